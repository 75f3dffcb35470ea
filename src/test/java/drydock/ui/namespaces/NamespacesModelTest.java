// SPDX-License-Identifier: Apache-2.0
package drydock.ui.namespaces;

import static org.assertj.core.api.Assertions.assertThat;

import drydock.diagram.Element;
import drydock.diagram.Scene;
import drydock.diagram.picture.NamespacesFacts;
import drydock.diagram.picture.NamespacesPicture;
import drydock.engine.Container;
import drydock.engine.ContainerEngine;
import drydock.engine.Containers;
import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.EngineTest;
import drydock.engine.docker.RealEngine;
import drydock.observe.Namespace;
import drydock.observe.Namespaces;
import drydock.truth.Inside;
import drydock.truth.Kernel;
import drydock.ui.kit.Background;
import drydock.ui.kit.DirectBackground;
import drydock.ui.kit.Fx;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The model over a real engine: what is joined is seen as one.
@EngineTest
class NamespacesModelTest {
  private final RealEngine real = new RealEngine();
  private final Once background = new Once();
  private final NamespacesModel model =
      new NamespacesModel(background, () -> real.engine, Clock.systemUTC());

  /// Reads at once, and again when a test says that the pause is over.
  private static final class Once implements Background {
    private final DirectBackground now = new DirectBackground();
    private Runnable later = () -> {};

    @Override
    public <T> void call(
        java.util.concurrent.Callable<T> work,
        java.util.function.Consumer<? super T> done,
        java.util.function.Consumer<? super Exception> failed) {
      now.call(work, done, failed);
    }

    @Override
    public void onFx(Runnable action) {
      action.run();
    }

    @Override
    public <T> java.util.function.Consumer<T> batched(
        java.util.function.Consumer<? super java.util.List<T>> receiver) {
      return now.batched(receiver);
    }

    @Override
    public Runnable after(Duration delay, Runnable action) {
      later = action;
      return () -> later = () -> {};
    }

    void pass() {
      Runnable action = later;
      later = () -> {};
      action.run();
    }
  }

  @AfterEach
  void clean() {
    real.close();
  }

  /// From the menu to merged cells.
  @ParameterizedTest
  @EnumSource
  void whatJoinsIsSeenAsOne(NamespacesModel.Join join) {
    String web = real.ours("sleep 300");
    model.update(state(), true);
    model.select(web);
    NamespacesFacts before = facts();
    assertThat(before.selected()).isEqualTo(web);
    assertThat(row(before, web).seen().processes()).isNotEmpty();
    List<String> known = List.copyOf(state().containers().keySet());
    Fx.run(
        () -> share().getItems().get(List.of(NamespacesModel.Join.values()).indexOf(join)).fire());
    assertThat(model.problemProperty().get()).isEmpty();
    List<String> guests =
        state().containers().keySet().stream().filter(id -> !known.contains(id)).toList();
    try {
      assertThat(guests).hasSize(1);
      String guest = guests.getFirst();
      model.update(state(), true);
      background.pass();
      NamespacesFacts now = facts();
      Scene scene = NamespacesPicture.of(now, 484);
      Namespace kind = join == NamespacesModel.Join.NETWORK ? Namespace.NET : Namespace.PID;
      String other = join == NamespacesModel.Join.MACHINE_PROCESSES ? "host" : "cell:" + web;
      assertThat(cell(scene, "cell:" + guest, kind)).isEqualTo(cell(scene, other, kind));
      assertThat(cell(scene, "cell:" + guest, Namespace.UTS))
          .isNotEqualTo(cell(scene, "cell:" + web, Namespace.UTS));
      assertThat(Kernel.of(guest).namespace(kind))
          .isEqualTo(row(now, guest).seen().inodes().get(kind));
      assertThat(now.looks()).containsEntry(web, before.looks().get(web));
    } finally {
      guests.forEach(real.engine.containers()::remove);
    }
  }

  private MenuButton share() {
    return (MenuButton) new NamespacesTools(model).node().lookup("#namespaces-share");
  }

  /// Its look and its letter.
  private static String cell(Scene scene, String start, Namespace kind) {
    Element.Box cell = (Element.Box) scene.element(start + ":" + kind.file()).orElseThrow();
    return cell.role() + " " + cell.labels().getFirst().text();
  }

  @Test
  void theMachinesOwnIsAskedForOnlyOnDemand() {
    real.ours("sleep 300");
    model.update(state(), true);
    assertThat(facts().host()).isEmpty();
    model.askHelpers();
    background.pass();
    assertThat(facts().host()).containsKey(Namespace.NET);
  }

  @Test
  void whereNeitherPsNorAShellTellsAHelperDoes() {
    String bare = real.ours("cp /bin/sleep /tmp/sleep; rm /bin/sh; exec /tmp/sleep 300");
    RealEngine.eventually(
        "it has no shell", () -> Inside.run(bare, "/bin/sh", "-c", "true").code() != 0);
    NamespacesModel without = new NamespacesModel(background, this::withoutPs, Clock.systemUTC());
    without.update(state(), true);
    NamespacesFacts before = Objects.requireNonNull(without.factsProperty().get());
    assertThat(row(before, bare).seen().method()).isEqualTo(Namespaces.Method.NO_SHELL);
    without.askHelpers();
    background.pass();
    assertThat(without.problemProperty().get()).isEmpty();
    Namespaces seen = row(Objects.requireNonNull(without.factsProperty().get()), bare).seen();
    assertThat(seen.method()).isEqualTo(Namespaces.Method.HELPER);
    for (Namespace kind : Namespace.values()) {
      assertThat(seen.inodes()).containsEntry(kind, Kernel.of(bare).namespace(kind));
    }
  }

  /// The same engine on a machine whose `ps` is too simple.
  private ContainerEngine withoutPs() {
    return proxy(
        ContainerEngine.class,
        real.engine,
        "containers",
        () ->
            proxy(
                Containers.class,
                real.engine.containers(),
                "top",
                () -> {
                  throw new EngineException(
                      new EngineProblem.Failed("top", 500, "ps: unrecognized option: e"));
                }));
  }

  private static <T> T proxy(Class<T> kind, T real, String other, Callable<?> answer) {
    return kind.cast(
        Proxy.newProxyInstance(
            kind.getClassLoader(),
            new Class<?>[] {kind},
            (_, method, arguments) -> {
              if (method.getName().equals(other)) {
                return answer.call();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  @Test
  void nothingIsReadWhileNobodyLooks() {
    real.ours("sleep 300");
    model.update(state(), false);
    assertThat(model.factsProperty().get()).isNull();
  }

  @Test
  void onlyOursCanBeJoined() {
    String foreign = real.foreign("sleep 300", false);
    model.update(state(), true);
    model.select(foreign);
    assertThat(model.joinableProperty().get()).isFalse();
    Fx.run(
        () -> {
          MenuButton share = share();
          assertThat(share.isDisabled()).isFalse();
          assertThat(share.getItems().get(0).isDisable()).isTrue();
          assertThat(share.getItems().get(2).isDisable()).isFalse();
        });
  }

  private NamespacesFacts facts() {
    return Objects.requireNonNull(model.factsProperty().get());
  }

  private static NamespacesFacts.Row row(NamespacesFacts facts, String id) {
    return facts.rows().stream()
        .filter(r -> r.container().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private EngineState state() {
    Map<String, Container> containers =
        real.engine.containers().list().stream().collect(Collectors.toMap(Container::id, c -> c));
    return new EngineState(
        real.engine.info(),
        real.engine.images().list().stream().collect(Collectors.toMap(i -> i.id(), i -> i)),
        containers,
        Map.of(),
        Map.of(),
        java.time.Instant.now());
  }
}
