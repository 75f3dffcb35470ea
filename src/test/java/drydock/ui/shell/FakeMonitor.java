// SPDX-License-Identifier: Apache-2.0
package drydock.ui.shell;

import drydock.engine.ContainerEngine;
import drydock.engine.Endpoint;
import drydock.engine.EndpointAttempt;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineMonitor;
import drydock.engine.EngineProblem;
import drydock.engine.EngineState;
import drydock.engine.EngineStatus;
import drydock.engine.Journal;
import drydock.engine.Samples;
import drydock.engine.Subscription;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An engine that comes and goes when a test says so.
final class FakeMonitor implements EngineMonitor {
  static final List<EndpointAttempt> ATTEMPTS =
      List.of(
          attempt("unix:///var/run/docker.sock", EndpointAttempt.Result.PERMISSION_DENIED),
          attempt("unix:///home/you/.docker/run/docker.sock", EndpointAttempt.Result.NOT_FOUND),
          attempt("tcp://192.0.2.7:2375", EndpointAttempt.Result.TIMED_OUT));

  final FakeDocker docker = new FakeDocker();
  final AtomicInteger searches = new AtomicInteger();
  private final List<Consumer<EngineStatus>> listeners = new CopyOnWriteArrayList<>();
  volatile @Nullable String preferred;
  private volatile EngineStatus status = new EngineStatus.Searching();

  private static EndpointAttempt attempt(String uri, EndpointAttempt.Result result) {
    return new EndpointAttempt(
        new Endpoint(uri, Endpoint.Origin.WELL_KNOWN, "usual place"), result, "");
  }

  void gone() {
    tell(new EngineStatus.Unavailable(ATTEMPTS));
  }

  /// An engine of this kind answers, and so do the others among the attempts.
  void ready(EngineInfo info, List<EndpointAttempt> attempts) {
    EngineState state = docker.state();
    tell(
        new EngineStatus.Ready(
            new EngineState(
                info,
                state.images(),
                state.containers(),
                state.networks(),
                state.volumes(),
                state.at()),
            attempts));
  }

  /// The engine answers, or has changed.
  void ready() {
    tell(Samples.ready(docker.state()));
  }

  /// The engine answers, and this happened.
  void ready(Journal journal) {
    EngineStatus.Ready plain = Samples.ready(docker.state());
    tell(new EngineStatus.Ready(plain.state(), journal, plain.attempts()));
  }

  private void tell(EngineStatus next) {
    status = next;
    listeners.forEach(listener -> listener.accept(next));
  }

  @Override
  public EngineStatus status() {
    return status;
  }

  @Override
  public Subscription subscribe(Consumer<EngineStatus> listener) {
    listeners.add(listener);
    listener.accept(status);
    return () -> listeners.remove(listener);
  }

  @Override
  public ContainerEngine engine() {
    return switch (status) {
      case EngineStatus.Ready _ -> docker;
      case EngineStatus.Unavailable none ->
          throw new EngineException(new EngineProblem.Unreachable(none.attempts()));
      case EngineStatus.Searching _ ->
          throw new EngineException(new EngineProblem.Unreachable(List.of()));
    };
  }

  @Override
  public void retryNow() {
    searches.incrementAndGet();
  }

  @Override
  public void prefer(@Nullable String uri) {
    preferred = uri;
  }

  @Override
  public void close() {}
}
