// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.BuildState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A state to reach. One declaration gives the check, the sentence that says what is missing and its title.
public sealed interface Goal {
  /// The engine has an image of that name, built by Drydock.
  record ImageExists(String image) implements Goal {}

  /// An image's configuration has a value.
  record ImageSetting(String image, Setting setting) implements Goal {}

  /// An image has this many layers more than `base`.
  record LayersAdded(String image, String base, Count count) implements Goal {}

  record ImageAtMost(String image, long bytes) implements Goal {}

  /// A container of the image as it is now runs.
  record ContainerRuns(String image) implements Goal {}

  /// A container of the image as it is now ended with this exit code.
  record ContainerExited(String image, int code) implements Goal {}

  /// A Dockerfile has an instruction.
  ///
  /// @param instruction upper case
  /// @param words all must be among its words
  record HasInstruction(String file, String instruction, List<String> words) implements Goal {
    public HasInstruction {
      words = List.copyOf(words);
    }
  }

  record BuildSucceeded() implements Goal {}

  /// The last build failed, in a certain way.
  ///
  /// @param exitCode of the step's command
  /// @param says part of the builder's message, whatever the case
  /// @param stepsRan how many steps of the Dockerfile were done or found in the cache
  record BuildFailed(@Nullable Integer exitCode, @Nullable String says, @Nullable Count stepsRan)
      implements Goal {}

  /// A step of the last build ended in a certain way.
  ///
  /// @param instruction how the step begins: "RUN pip install"
  record StepEnded(String instruction, BuildState.Status status) implements Goal {}

  record AllOf(List<Goal> goals) implements Goal {
    public AllOf {
      goals = List.copyOf(goals);
    }
  }

  record AnyOf(List<Goal> goals) implements Goal {
    public AnyOf {
      goals = List.copyOf(goals);
    }
  }

  record Not(Goal goal) implements Goal {}

  /// A value of an image's configuration, in OCI's words.
  sealed interface Setting {
    record Cmd(List<String> words) implements Setting {
      public Cmd {
        words = List.copyOf(words);
      }
    }

    record Entrypoint(List<String> words) implements Setting {
      public Entrypoint {
        words = List.copyOf(words);
      }
    }

    /// The image starts its process through a shell: its ENTRYPOINT, or CMD when there is none, was given in shell form.
    record ShellForm() implements Setting {}

    record Env(String name, String value) implements Setting {}

    record WorkingDir(String path) implements Setting {}

    record User(String user) implements Setting {}

    record Label(String name, String value) implements Setting {}

    /// @param port "8080/tcp"
    record Exposes(String port) implements Setting {}
  }

  /// A range of numbers, both ends included.
  record Count(int min, int max) {
    boolean has(int number) {
      return min <= number && number <= max;
    }
  }

  /// The images whose details the check needs.
  default Set<String> imagesToInspect() {
    Set<String> images = new TreeSet<>();
    switch (this) {
      case ImageSetting g -> images.add(g.image());
      case AllOf g -> g.goals().forEach(inner -> images.addAll(inner.imagesToInspect()));
      case AnyOf g -> g.goals().forEach(inner -> images.addAll(inner.imagesToInspect()));
      case Not g -> images.addAll(g.goal().imagesToInspect());
      case ImageExists _,
          LayersAdded _,
          ImageAtMost _,
          ContainerRuns _,
          ContainerExited _,
          HasInstruction _,
          BuildSucceeded _,
          BuildFailed _,
          StepEnded _ -> {
        // the engine's lists and the build are enough
      }
    }
    return images;
  }
}
