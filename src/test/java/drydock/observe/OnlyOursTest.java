// SPDX-License-Identifier: Apache-2.0
package drydock.observe;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.engine.Container;
import drydock.engine.EngineEvent;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.engine.Journal;
import drydock.engine.Mount;
import drydock.engine.NamespaceModes;
import drydock.engine.Network;
import drydock.engine.Ownership;
import drydock.engine.Samples;
import drydock.engine.Volume;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnlyOursTest {
  private static final Instant AT = Instant.parse("2026-03-02T14:02:31Z");
  private static final Map<String, String> OURS = Ownership.PLAIN.labels(Ownership.Kind.CONTAINER);

  private final EngineState all =
      new EngineState(
          Samples.INFO,
          byId(
              ImageSummary::id,
              image("kiosk", Map.of(), "base", "own"),
              image("busybox", Map.of(), "base"),
              image("helper", Map.of(), "other"),
              image("built", Ownership.PLAIN.labels(Ownership.Kind.IMAGE), "b1", "b2"),
              image("strange", Map.of(), "base", "more"),
              image("empty", Map.of())),
          byId(
              Container::id,
              container("web", "kiosk", OURS, "container:proxy", "front", "shop-data"),
              container("proxy", "helper", Map.of(), "container:root", "front", ""),
              container("root", "helper", Map.of(), "", "back", ""),
              // runs from an image of ours, and inherits its labels
              container(
                  "by-hand",
                  "built",
                  Ownership.PLAIN.labels(Ownership.Kind.IMAGE),
                  "",
                  "theirs",
                  "their-data"),
              container("db", "strange", Map.of(), "", "front", "")),
          byId(
              Network::id,
              network("front", Map.of(), "web", "db"),
              network("back", Map.of(), "root"),
              network("theirs", Map.of(), "by-hand"),
              network("made", Ownership.PLAIN.labels(Ownership.Kind.NETWORK))),
          byId(
              Volume::name,
              volume("shop-data", Map.of()),
              volume("their-data", Map.of()),
              volume("kept", Ownership.PLAIN.labels(Ownership.Kind.VOLUME))),
          AT);

  private final OnlyOurs ours = OnlyOurs.of(all);

  @Test
  void ourContainersStayWithThoseWhoseNamespacesTheyShare() {
    assertThat(ours.state().containers()).containsOnlyKeys("web", "proxy", "root");
    assertThat(ours.others()).isEqualTo(2);
  }

  @Test
  void imagesStayThatAreRunOrBuiltOn() {
    assertThat(ours.state().images()).containsOnlyKeys("kiosk", "busybox", "helper", "built");
  }

  @Test
  void networksStayWithoutTheirOtherMembers() {
    assertThat(ours.state().networks()).containsOnlyKeys("front", "back", "made");
    assertThat(ours.state().networks().get("front").containers()).containsOnlyKeys("web");
  }

  @Test
  void volumesStayThatAreMounted() {
    assertThat(ours.state().volumes()).containsOnlyKeys("shop-data", "kept");
  }

  @Test
  void withNothingOfOursNothingIsLeft() {
    EngineState others =
        new EngineState(
            Samples.INFO,
            all.images(),
            byId(Container::id, container("db", "strange", Map.of(), "", "front", "")),
            Map.of(),
            Map.of(),
            AT);
    assertThat(OnlyOurs.of(others).state().containers()).isEmpty();
    assertThat(OnlyOurs.of(others).others()).isEqualTo(1);
    assertThat(OnlyOurs.of(OnlyOurs.of(all).state())).isEqualTo(new OnlyOurs(ours.state(), 0));
  }

  @Test
  void whatHappenedToOthersIsNotTold() {
    Journal journal =
        Journal.of(
            AT,
            Stream.of(
                    event("container", "web", Map.of()),
                    event("container", "db", Map.of()),
                    event("container", "gone-of-ours", OURS),
                    event("container", "gone-of-theirs", Map.of()),
                    event("network", "theirs", Map.of()),
                    event("network", "front", Map.of()),
                    event("image", "kiosk:dev", Map.of()),
                    event("image", "strange", Map.of()),
                    event("builder", "x", Map.of()))
                .toList(),
            3);
    Journal left = ours.journal(journal);
    assertThat(left.events().stream().map(EngineEvent::id))
        .containsExactly("web", "gone-of-ours", "front", "kiosk:dev", "x");
    assertThat(left.dropped()).isEqualTo(3);
    assertThat(left.wholeSince()).isEqualTo(AT);
  }

  private static EngineEvent event(String type, String id, Map<String, String> attributes) {
    return new EngineEvent(type, "start", "", id, attributes, 1_000_000_000L);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // only read
  private static <T> Map<String, T> byId(Function<T, String> id, T... things) {
    return Stream.of(things).collect(Collectors.toMap(id, t -> t));
  }

  private static ImageSummary image(String id, Map<String, String> labels, String... layers) {
    return new ImageSummary(id, List.of(id + ":dev"), List.of(), AT, 1, labels, List.of(layers));
  }

  private static Network network(String id, Map<String, String> labels, String... members) {
    return new Network(
        id,
        id,
        "bridge",
        "local",
        false,
        AT,
        List.of(),
        byId(
            Network.Endpoint::name,
            Stream.of(members).map(OnlyOursTest::end).toArray(Network.Endpoint[]::new)),
        Map.of(),
        labels);
  }

  private static Network.Endpoint end(String name) {
    return new Network.Endpoint(name, "", "", "");
  }

  private static Volume volume(String name, Map<String, String> labels) {
    return new Volume(name, "local", "/mnt", "local", AT, labels);
  }

  private static Container container(
      String id,
      String image,
      Map<String, String> labels,
      String networkMode,
      String network,
      String volume) {
    Container plain =
        Samples.container(id, id, image, image, Container.Status.RUNNING, 0, AT, false);
    return new Container(
        id,
        id,
        image,
        image,
        List.of(),
        List.of(),
        "",
        AT,
        plain.state(),
        false,
        labels,
        List.of(),
        Map.of(network, new Container.Attachment(network, "", "", "", "", List.of(), List.of())),
        volume.isEmpty()
            ? List.of()
            : List.of(new Mount(Mount.Type.VOLUME, volume, "/data", false)),
        plain.limits(),
        NamespaceModes.USUAL.withNetwork(networkMode),
        plain.restartPolicy());
  }
}
