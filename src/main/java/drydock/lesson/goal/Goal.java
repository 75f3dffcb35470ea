// SPDX-License-Identifier: Apache-2.0
package drydock.lesson.goal;

import drydock.engine.BuildState;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A state to reach. One declaration gives the check ([GoalCheck]), the sentence that says what is missing, its title and
/// the outline in the picture ([Ghosts]).
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

  /// One and the same container fulfils all demands.
  record ContainerHas(Which container, List<Demand> demands) implements Goal {
    public ContainerHas {
      demands = List.copyOf(demands);
    }
  }

  /// There is no such container of Drydock's.
  record ContainerAbsent(Which container) implements Goal {}

  /// A container lives in the same namespace as another one, or as the engine's machine.
  ///
  /// @param with null for the engine's machine
  record Shares(Space space, Which container, @Nullable Which with) implements Goal {}

  /// There is a network of Drydock's of that name.
  record NetworkExists(String network) implements Goal {}

  /// A container is connected to a network.
  ///
  /// @param alias one more name under which the others find it there
  record NetworkMember(String network, Which container, @Nullable String alias) implements Goal {}

  /// Inside the container, a name leads to an address.
  record Resolves(Which container, String name) implements Goal {}

  /// There is a volume of Drydock's of that name.
  record VolumeExists(String volume) implements Goal {}

  /// How it is about a file.
  ///
  /// @param path absolute
  record FileIn(Place place, String path, Holding holding) implements Goal {}

  /// A published port of a running container answers HTTP.
  ///
  /// @param port the container's: "80/tcp"
  /// @param path with its slash
  /// @param status null for any below 400
  /// @param says part of the answer's text, whatever the case
  record HttpAnswers(
      Which container, String port, String path, @Nullable Integer status, @Nullable String says)
      implements Goal {}

  /// A Dockerfile has stages.
  ///
  /// @param names of stages that must be among them
  record DockerfileStages(String file, @Nullable Count count, List<String> names) implements Goal {
    public DockerfileStages {
      names = List.copyOf(names);
    }
  }

  /// There is nothing to say about a Dockerfile by this rule.
  ///
  /// @param rule a [drydock.dockerfile.check.Finding#code]
  record NoFinding(String file, String rule) implements Goal {}

  /// A script ends as wanted, run by `sh -c` in a container of its own, never on this computer.
  ///
  /// @param network of Drydock's, to look from inside of it; empty for none at all
  /// @param says part of what it prints, whatever the case
  record ScriptSays(String image, String script, String network, int code, @Nullable String says)
      implements Goal {}

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

  /// A range of numbers, both ends included.
  record Count(int min, int max) {
    boolean has(int number) {
      return min <= number && number <= max;
    }
  }

  /// What Linux gives a container for itself, and what it may share.
  enum Space {
    NETWORK,
    PID,
    IPC,
    UTS
  }

  /// Where a file is looked for.
  sealed interface Place {
    record InContainer(Which container) implements Place {}

    record InImage(String image) implements Place {}

    record InVolume(String volume) implements Place {}
  }

  /// How it is about a file.
  sealed interface Holding {
    record Has() implements Holding {}

    record Lacks() implements Holding {}

    /// @param text part of what it holds
    record Says(String text) implements Holding {}
  }

  /// The goals inside this one; none for a plain one.
  default List<Goal> inner() {
    return switch (this) {
      case AllOf g -> g.goals();
      case AnyOf g -> g.goals();
      case Not g -> List.of(g.goal());
      case ImageExists _,
          ImageSetting _,
          LayersAdded _,
          ImageAtMost _,
          ContainerRuns _,
          ContainerExited _,
          ContainerHas _,
          ContainerAbsent _,
          Shares _,
          NetworkExists _,
          NetworkMember _,
          Resolves _,
          VolumeExists _,
          FileIn _,
          HttpAnswers _,
          DockerfileStages _,
          NoFinding _,
          ScriptSays _,
          HasInstruction _,
          BuildSucceeded _,
          BuildFailed _,
          StepEnded _ ->
          List.of();
    };
  }

  /// The images whose details the check needs.
  default Set<String> imagesToInspect() {
    Set<String> images = new TreeSet<>();
    if (this instanceof ImageSetting g) {
      images.add(g.image());
    }
    inner().forEach(g -> images.addAll(g.imagesToInspect()));
    return images;
  }

  /// What has to be asked, beyond the engine's state, to check this goal as things are now.
  default Set<Probe> probes(Situation now) {
    return Probes.of(this, now);
  }
}
