// SPDX-License-Identifier: Apache-2.0
package drydock.build;

import drydock.dockerfile.BuildPlan;
import drydock.engine.BuildEvent;
import drydock.engine.BuildOutcome;
import drydock.engine.BuildRequest;
import drydock.engine.ContainerEngine;
import drydock.engine.EngineException;
import drydock.engine.EngineInfo;
import drydock.engine.EngineProblem;
import drydock.engine.PullProgress;
import drydock.engine.StreamListener;
import drydock.engine.Subscription;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One build: some pulls, one after the other, then the build itself. Each stream starts the next one when it ends.
final class FolderBuild implements Subscription {
  private final ContainerEngine engine;
  private final BuildOptions options;
  private final StreamListener<BuildEvent> listener;
  private final Deque<String> missing = new ArrayDeque<>();
  private final Object telling = new Object();
  private final Object lock = new Object();
  private @Nullable Subscription current;
  private int turn;
  private boolean closed;

  FolderBuild(ContainerEngine engine, BuildOptions options, StreamListener<BuildEvent> listener) {
    this.engine = engine;
    this.options = options;
    this.listener = listener;
  }

  void start() {
    try {
      BuildContext context = BuildContext.open(options.folder(), options.dockerfile());
      BuildPlan plan = BuildPlan.of(context.dockerfileText(), options.buildArgs());
      missing.addAll(missingImages(plan));
      next(context, new PlanAligner(plan, options.target()));
    } catch (EngineException e) {
      finish(new BuildOutcome.Broken(e.problem()));
    }
  }

  /// The engine could pull by itself, but shows no progress, and without a session many versions cannot.
  private List<String> missingImages(BuildPlan plan) {
    boolean classic = engine.info().builder() == EngineInfo.Builder.CLASSIC;
    return plan.externalImages(options.target()).stream()
        .filter(image -> !(classic && image.equals(plan.syntaxImage())))
        .filter(image -> !isThere(image))
        .toList();
  }

  private boolean isThere(String image) {
    try {
      engine.images().inspect(image);
      return true;
    } catch (EngineException e) {
      if (e.problem() instanceof EngineProblem.NotFound) {
        return false;
      }
      throw e;
    }
  }

  private void next(BuildContext context, PlanAligner aligner) {
    String image = missing.poll();
    try {
      if (image != null) {
        follow(() -> engine.images().pull(image, new Pulling(context, aligner)));
      } else {
        follow(() -> engine.build(request(context), new Building(aligner)));
      }
    } catch (EngineException e) {
      finish(new BuildOutcome.Broken(e.problem()));
    }
  }

  /// Starts a stream in place of the one before. An engine may end a stream before it has even returned it, and so start
  /// the next one first.
  private void follow(Supplier<Subscription> stream) {
    synchronized (lock) {
      if (!closed) {
        int mine = ++turn;
        Subscription started = stream.get();
        if (turn == mine) {
          current = started;
        }
        return;
      }
    }
    finish(new BuildOutcome.Cancelled());
  }

  private BuildRequest request(BuildContext context) {
    return new BuildRequest(
        out -> context.writeTo(out, this::tell),
        context.dockerfile(),
        options.tags(),
        options.target(),
        options.buildArgs(),
        options.noCache(),
        options.ownership());
  }

  @Override
  public void close() {
    Subscription running;
    synchronized (lock) {
      closed = true;
      running = current;
    }
    if (running != null) {
      running.close();
    }
  }

  private boolean isClosed() {
    synchronized (lock) {
      return closed;
    }
  }

  private void finish(BuildOutcome outcome) {
    tell(new BuildEvent.Finished(outcome));
    listener.onEnd(null);
  }

  /// The context is written by another thread than the one that reads the answer.
  private void tell(BuildEvent event) {
    synchronized (telling) {
      listener.onNext(event);
    }
  }

  private final class Pulling implements StreamListener<PullProgress> {
    private final BuildContext context;
    private final PlanAligner aligner;

    Pulling(BuildContext context, PlanAligner aligner) {
      this.context = context;
      this.aligner = aligner;
    }

    @Override
    public void onNext(PullProgress progress) {
      tell(new BuildEvent.Pulling(progress));
    }

    @Override
    public void onEnd(@Nullable EngineException failure) {
      if (isClosed()) {
        finish(new BuildOutcome.Cancelled());
      } else if (failure != null) {
        finish(new BuildOutcome.Broken(failure.problem()));
      } else {
        next(context, aligner);
      }
    }
  }

  private final class Building implements StreamListener<BuildEvent> {
    private final PlanAligner aligner;

    Building(PlanAligner aligner) {
      this.aligner = aligner;
    }

    @Override
    public void onNext(BuildEvent event) {
      tell(aligner.align(event));
    }

    @Override
    public void onEnd(@Nullable EngineException failure) {
      listener.onEnd(failure);
    }
  }
}
