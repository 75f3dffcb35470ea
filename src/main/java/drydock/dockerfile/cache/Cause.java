// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import org.jspecify.annotations.Nullable;

/// Why a verdict is what it is. [CauseWords] says it in a sentence.
public sealed interface Cause {
  /// Of a step that is reused: all that its key holds is as it was at the last build.
  record Unchanged() implements Cause {}

  /// Of a step that is reused: its key differs from the last build's, but an earlier build had the
  /// same one.
  record BuiltEarlier() implements Cause {}

  /// Of a base image: the engine has it.
  record ImagePresent(String image) implements Cause {}

  /// Nothing like this step has been built here before.
  record NeverBuilt() implements Cause {}

  /// At the last build it failed, or was cancelled.
  record NotCompleted() implements Cause {}

  /// The step before it is another one than it was built on, though that one was built before.
  ///
  /// @param step its key in the plan; empty when it is the base
  record EarlierDiffers(String step) implements Cause {}

  /// The build is to use no cache.
  record CacheOff() implements Cause {}

  /// The step before it in its stage, or the last one of the stage that it starts from, is carried
  /// out.
  ///
  /// @param step its key in the plan, "stage-0/2"
  record EarlierRuns(String step) implements Cause {}

  /// Whether an earlier step is carried out cannot be known, and this one follows it.
  ///
  /// @param step its key in the plan
  record EarlierUnknown(String step) implements Cause {}

  /// The stage that it takes files from is built again; they may come out as they were.
  ///
  /// @param stage its name, "stage-N" when it has none
  record ArtifactDecides(String stage) implements Cause {}

  /// A path that it takes from the build context, or from an image.
  ///
  /// @param path relative to the context, with `/`
  record FileChanged(String path, FileChange change) implements Cause {}

  /// More paths changed than are listed.
  record MoreFiles(int count) implements Cause {}

  /// What happened to a path since the last build.
  enum FileChange {
    CONTENT,
    ADDED,
    REMOVED,
    /// It became executable, or is no longer.
    MODE,
    /// A file became a folder or a link, or a link leads elsewhere.
    KIND
  }

  /// The instruction's own words.
  ///
  /// @param before what they were at the last build
  record TextChanged(String before) implements Cause {}

  /// A here-document's lines.
  record BodyChanged(String name) implements Cause {}

  /// A variable that is part of a RUN's key, whether it uses it or not.
  ///
  /// @param line where it is declared, counted from 1; null when no line of the file declares it
  ///   any more, or the base image does
  record VariableChanged(
      String name, @Nullable String instruction, @Nullable Integer line, VariableChange change)
      implements Cause {}

  enum VariableChange {
    VALUE,
    ADDED,
    REMOVED,
    /// The same variables, declared in another order.
    ORDER
  }

  /// Something in force at this step that other lines, or the base image, set.
  ///
  /// @param now for people, shortened; possibly empty
  record SettingChanged(Setting setting, String now) implements Cause {}

  enum Setting {
    USER,
    WORKING_DIRECTORY,
    SHELL,
    /// A flag of the instruction.
    FLAGS,
    DESTINATION,
    PLATFORM,
    /// A proxy or network mode that the build was started with.
    NETWORK
  }

  /// The name leads to another image than at the last build.
  record BaseChanged(String image) implements Cause {}

  /// The stage starts from, or the step takes files from, another image or stage than at the last
  /// build.
  ///
  /// @param before the name written then
  record OtherBase(String before, String now) implements Cause {}

  /// The image is not on the engine and will be pulled.
  record ImageMissing(String image) implements Cause {}

  /// No engine was asked what this image is.
  record ImageUnknown(String image) implements Cause {}

  /// ADD asks the server at each build whether the file is still the same.
  record AsksNetwork(String source) implements Cause {}

  /// A variable has no value that can be known from here.
  record ValueUnknown(String name) implements Cause {}

  /// The path cannot be read, or the build context is too large to look at.
  record ContextUnknown(String path, String reason) implements Cause {}

  /// Its sources match nothing: the builder will say so.
  record SourceMissing(String path) implements Cause {}

  /// The instruction has a form that this model does not know: another frontend, a flag.
  record NotModelled(String what) implements Cause {}
}
