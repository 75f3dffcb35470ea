// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildRequest;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.Ownership;
import drydock.engine.StreamListener;
import drydock.messages.Messages;
import drydock.messages.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One build from its request to its outcome: `POST /build`, for BuildKit with `version=2` and without a session.
final class RunningBuild {
  private static final int LONGEST_LINE = 16 << 20;
  private static final Duration CANCEL_LIMIT = Duration.ofSeconds(10);

  private final DockerHttp http;
  private final EngineInfo info;
  private final BuildRequest request;
  private final StreamListener<BuildEvent> listener;
  private final String doing = Messages.get("engine.doing.build");
  private final String buildId = "drydock-" + UUID.randomUUID();
  private final BuildDecoder decoder;
  private volatile @Nullable EngineProblem contextProblem;
  private volatile @Nullable StreamRunner stream;

  RunningBuild(
      DockerHttp http, EngineInfo info, BuildRequest request, StreamListener<BuildEvent> listener) {
    this.http = http;
    this.info = info;
    this.request = request;
    this.listener = listener;
    this.decoder = classic() ? new ClassicDecoder(InstantSource.system()) : new TraceDecoder();
  }

  private boolean classic() {
    return info.builder() == EngineInfo.Builder.CLASSIC;
  }

  void run(StreamRunner runner) throws IOException {
    stream = runner;
    Guard guard = new Guard(http);
    for (String tag : request.tags()) {
      runner.ask( // a tag would be taken away from its image
          () -> {
            guard.free(tag);
            return tag;
          });
    }
    Pipe pipe = new Pipe();
    Thread writer =
        pipe.start("build context", request.context()::writeTo, e -> contextProblem = problem(e));
    try (InputStream body = pipe.input()) {
      Reply reply = runner.open(http, call(body));
      Lines lines = new Lines(reply.body(), LONGEST_LINE);
      for (String line = lines.next(); line != null; line = lines.next()) {
        decoder.decode(line).forEach(listener::onNext);
      }
    } finally {
      Pipe.join(writer);
    }
  }

  private static EngineProblem problem(Exception e) {
    return e instanceof EngineException engine
        ? engine.problem()
        : new EngineProblem.BadContext(".", Errors.words(e));
  }

  private Call call(InputStream body) {
    Call call = Call.post(doing, "/build");
    request.tags().forEach(tag -> call.query("t", tag));
    if (classic()) {
      call.query("rm", "1").query("forcerm", "1");
    } else {
      call.query("version", "2");
    }
    String target = request.target();
    if (target != null) {
      call.query("target", target);
    }
    if (request.noCache()) {
      call.query("nocache", "1");
    }
    return call.query("dockerfile", request.dockerfile())
        .query("buildargs", Json.object(request.buildArgs()).toString())
        .query("labels", Json.object(request.ownership().labels(Ownership.Kind.IMAGE)).toString())
        .query("pull", "0")
        .query("buildid", buildId)
        .body(body, "application/x-tar")
        .within(Duration.ofDays(1)); // sending a large context over a slow line takes its time
  }

  /// Called once by the stream, whatever happened.
  void end(@Nullable EngineException failure) {
    StreamRunner runner = stream;
    boolean cancelled = failure == null && runner != null && runner.closed();
    if (cancelled) {
      cancelOnTheEngine();
    }
    listener.onNext(new BuildEvent.Finished(outcome(failure, cancelled)));
    listener.onEnd(null);
  }

  private BuildOutcome outcome(@Nullable EngineException failure, boolean cancelled) {
    BuildOutcome told = decoder.outcome();
    if (told instanceof BuildOutcome.Failed f
        && f.exitCode() == null
        && Errors.diskFull(f.message())) {
      return new BuildOutcome.Broken(new EngineProblem.DiskFull(doing, f.message()));
    }
    if (told instanceof BuildOutcome.Success || (told != null && !cancelled)) {
      return told;
    }
    if (cancelled) {
      return new BuildOutcome.Cancelled();
    }
    EngineProblem context = contextProblem;
    if (context != null) {
      return new BuildOutcome.Broken(context);
    }
    if (failure == null) {
      String early = "the answer ended before the build did";
      return new BuildOutcome.Broken(new EngineProblem.ConnectionLost(doing, early));
    }
    return failure.problem() instanceof EngineProblem.Failed f && f.status() == 400
        ? BuildFailure.of(f.detail(), null, java.util.List.of())
        : new BuildOutcome.Broken(failure.problem());
  }

  /// The engine ends a build whose connection is gone by itself; asking makes it certain.
  private void cancelOnTheEngine() {
    try {
      http.send(
          Call.post(Messages.get("engine.doing.cancelBuild"), "/build/cancel")
              .query("id", buildId)
              .within(CANCEL_LIMIT));
    } catch (EngineException e) {
      listener.onNext(new BuildEvent.Notice(Problems.sentence(e.problem())));
    }
  }
}
