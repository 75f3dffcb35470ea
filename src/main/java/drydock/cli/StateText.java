// SPDX-License-Identifier: Apache-2.0
package drydock.cli;

import drydock.engine.Container;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineInfo;
import drydock.engine.EngineObject;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.ImageSummary;
import drydock.engine.Network;
import drydock.engine.StateChange;
import drydock.engine.Volume;
import drydock.messages.Messages;
import drydock.messages.Problems;
import drydock.moment.StateWords;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// The state as text for people: aligned columns by name, what Drydock made marked with a star, and a line a change.
final class StateText implements StatePrinter {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final PrintWriter out;
  private final ZoneId zone;

  StateText(PrintWriter out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  @Override
  public void once(EngineState state) {
    println(engine(state.info()));
    println(Messages.get("state.text.at", state.at().toString()));
    table(
        "state.text.containers",
        state.containers().values(),
        List.of("", "ID", "NAME", "IMAGE", "STATE", "AGE", "STARTED", "NETWORKS", "PORTS"),
        c -> container(c, state.at()));
    table(
        "state.text.images",
        state.images().values(),
        List.of("", "ID", "TAGS", "AGE", "SIZE", "LAYERS"),
        i -> image(i, state.at()));
    table(
        "state.text.networks",
        state.networks().values(),
        List.of("", "ID", "NAME", "DRIVER", "SUBNETS", "CONTAINERS"),
        StateText::network);
    table(
        "state.text.volumes",
        state.volumes().values(),
        List.of("", "NAME", "DRIVER", "AGE"),
        v -> volume(v, state.at()));
  }

  @Override
  public void found(EngineState state) {
    once(state);
    println("");
  }

  @Override
  public void foundAgain(EngineState state) {
    println(time(state.at()) + " " + engine(state.info()));
  }

  @Override
  public void lost(Instant at, List<EndpointAttempt> attempts) {
    println(time(at) + " " + Problems.sentence(new EngineProblem.Unreachable(attempts)));
  }

  @Override
  public void changed(Instant at, StateChange change) {
    EngineObject object = change.object();
    String what = StateWords.kind(object) + " " + StateWords.name(object);
    String named = object instanceof Volume ? what : what + " (" + StateWords.id(object.id()) + ")";
    println(
        time(at)
            + " "
            + switch (change) {
              case StateChange.Born _ -> "+ " + named + " " + StateWords.about(object);
              case StateChange.Gone _ -> "- " + named;
              case StateChange.Changed changed ->
                  "~ " + named + " " + StateWords.difference(changed.before(), object);
            });
  }

  private static String engine(EngineInfo info) {
    return Messages.get(
        "state.text.engine",
        info.version(),
        info.endpoint().uri(),
        info.api().negotiated(),
        info.machine().operatingSystem(),
        info.machine().architecture(),
        info.machine().kernelVersion(),
        info.storage().driver(),
        info.cgroups().version());
  }

  /// @param heading a message with the count
  private <T extends EngineObject> void table(
      String heading, Collection<T> all, List<String> titles, Function<T, List<String>> row) {
    println("");
    println(Messages.get(heading, all.size()));
    if (all.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(titles);
    all.stream()
        .sorted(Comparator.<T, String>comparing(StateWords::name).thenComparing(EngineObject::id))
        .map(row)
        .forEach(rows::add);
    Columns.aligned(rows).forEach(this::println);
  }

  private static String star(EngineObject object) {
    return object.ours() ? "*" : "";
  }

  private static List<String> container(Container container, Instant now) {
    return List.of(
        star(container),
        StateWords.id(container.id()),
        container.name(),
        container.image(),
        StateWords.status(container),
        StateWords.age(container.created(), now),
        StateWords.age(container.state().started(), now),
        StateWords.networks(container),
        StateWords.ports(container));
  }

  private static List<String> image(ImageSummary image, Instant now) {
    return List.of(
        star(image),
        StateWords.id(image.id()),
        image.tags().isEmpty() ? "<none>" : String.join(", ", image.tags()),
        StateWords.age(image.created(), now),
        StateWords.size(image.sizeBytes()),
        Integer.toString(image.layers().size()));
  }

  private static List<String> network(Network network) {
    return List.of(
        star(network),
        StateWords.id(network.id()),
        network.name(),
        network.driver() + (network.internal() ? ", internal" : ""),
        String.join(", ", network.subnets().stream().map(Network.Subnet::subnet).toList()),
        String.join(
            ", ",
            network.containers().values().stream().map(Network.Endpoint::name).sorted().toList()));
  }

  private static List<String> volume(Volume volume, Instant now) {
    return List.of(
        star(volume), volume.name(), volume.driver(), StateWords.age(volume.created(), now));
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  /// What an engine says goes to a terminal: control characters do not.
  private void println(String line) {
    out.println(line.replaceAll("\\p{Cntrl}", "?"));
  }
}
