// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import drydock.messages.Messages;

/// Something that the builder refuses.
///
/// @param span what it is about, as narrow as possible
/// @param line where BuildKit says it is: the first line of the instruction; counted from 1, 0 for the file
/// @param sentence BuildKit's own, exactly as `docker build` of 28.5 says it behind "ERROR: failed to build: failed to
///     solve: "
/// @param phase when the builder finds it
public record Problem(Code code, Phase phase, Span span, int line, String sentence) {
  /// The builder goes through the whole file for one kind before it looks for the next.
  public enum Phase {
    /// Reading lines: what is no instruction, heredoc or list of pairs at all.
    PARSE,
    /// Looking at one instruction: its flags, how many operands it has.
    INSTRUCTION,
    /// Building: variables, stages.
    BUILD
  }

  /// A kind of problem; [#id] never changes.
  public enum Code {
    EMPTY_FILE("empty-file", "dockerfile.problem.emptyFile"),
    NO_INSTRUCTIONS("no-instructions", "dockerfile.problem.noInstructions"),
    NO_STAGES("no-stages", "dockerfile.problem.noStages"),
    LINE_TOO_LONG("line-too-long", "dockerfile.problem.lineTooLong"),
    DUPLICATE_DIRECTIVE("duplicate-directive", "dockerfile.problem.duplicateDirective"),
    INVALID_ESCAPE("invalid-escape", "dockerfile.problem.invalidEscape"),
    INVALID_CHECK("invalid-check", "dockerfile.problem.invalidCheck"),
    UNTERMINATED_HEREDOC("unterminated-heredoc", "dockerfile.problem.unterminatedHeredoc"),
    HEREDOC_DESTINATION("heredoc-destination", "dockerfile.problem.heredocDestination"),
    NOT_STRINGS("not-strings", "dockerfile.problem.notStrings"),
    NOT_JSON("not-json", "dockerfile.problem.notJson"),
    VALUE_MISSING("value-missing", "dockerfile.problem.valueMissing"),
    EQUALS_MISSING("equals-missing", "dockerfile.problem.equalsMissing"),
    BLANK_NAME("blank-name", "dockerfile.problem.blankName"),
    UNKNOWN_INSTRUCTION("unknown-instruction", "dockerfile.problem.unknownInstruction"),
    BEFORE_FROM("before-from", "dockerfile.problem.beforeFrom"),
    ARGUMENT_MISSING("argument-missing", "dockerfile.problem.argumentMissing"),
    DESTINATION_MISSING("destination-missing", "dockerfile.problem.destinationMissing"),
    FROM_ARGUMENTS("from-arguments", "dockerfile.problem.fromArguments"),
    STAGE_NAME("stage-name", "dockerfile.problem.stageName"),
    UNKNOWN_FLAG("unknown-flag", "dockerfile.problem.unknownFlag"),
    DUPLICATE_FLAG("duplicate-flag", "dockerfile.problem.duplicateFlag"),
    FLAG_VALUE_MISSING("flag-value-missing", "dockerfile.problem.flagValueMissing"),
    FLAG_VALUE("flag-value", "dockerfile.problem.flagValue"),
    MOUNT("mount", "dockerfile.problem.mount"),
    ONBUILD_TRIGGER("onbuild-trigger", "dockerfile.problem.onbuildTrigger"),
    HEALTHCHECK("healthcheck", "dockerfile.problem.healthcheck"),
    EMPTY_VOLUME("empty-volume", "dockerfile.problem.emptyVolume"),
    EXPANSION("expansion", "dockerfile.problem.expansion"),
    REQUIRED_VARIABLE("required-variable", "dockerfile.problem.requiredVariable"),
    BLANK_BASE("blank-base", "dockerfile.problem.blankBase"),
    PLATFORM("platform", "dockerfile.problem.platform"),
    FROM_VARIABLE("from-variable", "dockerfile.problem.fromVariable"),
    STAGE_INDEX("stage-index", "dockerfile.problem.stageIndex"),
    CIRCULAR_STAGES("circular-stages", "dockerfile.problem.circularStages"),
    STAGE_ORDER("stage-order", "dockerfile.problem.stageOrder"),
    IMAGE_NAME("image-name", "dockerfile.problem.imageName"),
    SIGNAL("signal", "dockerfile.problem.signal"),
    CHMOD("chmod", "dockerfile.problem.chmod"),
    PORT("port", "dockerfile.problem.port");

    private final String id;
    private final String message;

    Code(String id, String message) {
      this.id = id;
      this.message = message;
    }

    public String id() {
      return id;
    }
  }

  /// What happened and what to do about it, in our words.
  public String explanation() {
    return Messages.get(code.message);
  }
}
