// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.check;

import drydock.messages.Messages;
import java.util.Locale;

/// BuildKit's build checks (`frontend/dockerfile/linter/ruleset.go`).
public enum Rule {
  STAGE_NAME_CASING("StageNameCasing", "dockerfile.check.stageNameCasing"),
  FROM_AS_CASING("FromAsCasing", "dockerfile.check.fromAsCasing"),
  NO_EMPTY_CONTINUATION("NoEmptyContinuation", "dockerfile.check.noEmptyContinuation"),
  CONSISTENT_INSTRUCTION_CASING(
      "ConsistentInstructionCasing", "dockerfile.check.consistentInstructionCasing"),
  DUPLICATE_STAGE_NAME("DuplicateStageName", "dockerfile.check.duplicateStageName"),
  RESERVED_STAGE_NAME("ReservedStageName", "dockerfile.check.reservedStageName"),
  JSON_ARGS_RECOMMENDED("JSONArgsRecommended", "dockerfile.check.jsonArgsRecommended"),
  MAINTAINER_DEPRECATED("MaintainerDeprecated", "dockerfile.check.maintainerDeprecated"),
  UNDEFINED_ARG_IN_FROM("UndefinedArgInFrom", "dockerfile.check.undefinedArgInFrom"),
  WORKDIR_RELATIVE_PATH("WorkdirRelativePath", "dockerfile.check.workdirRelativePath"),
  UNDEFINED_VAR("UndefinedVar", "dockerfile.check.undefinedVar"),
  MULTIPLE_INSTRUCTIONS_DISALLOWED(
      "MultipleInstructionsDisallowed", "dockerfile.check.multipleInstructionsDisallowed"),
  LEGACY_KEY_VALUE_FORMAT("LegacyKeyValueFormat", "dockerfile.check.legacyKeyValueFormat"),
  INVALID_BASE_IMAGE_PLATFORM(
      "InvalidBaseImagePlatform", "dockerfile.check.invalidBaseImagePlatform"),
  REDUNDANT_TARGET_PLATFORM("RedundantTargetPlatform", "dockerfile.check.redundantTargetPlatform"),
  SECRETS_USED_IN_ARG_OR_ENV("SecretsUsedInArgOrEnv", "dockerfile.check.secretsUsedInArgOrEnv"),
  INVALID_DEFAULT_ARG_IN_FROM(
      "InvalidDefaultArgInFrom", "dockerfile.check.invalidDefaultArgInFrom"),
  FROM_PLATFORM_FLAG_CONST_DISALLOWED(
      "FromPlatformFlagConstDisallowed", "dockerfile.check.fromPlatformFlagConstDisallowed"),
  COPY_IGNORED_FILE("CopyIgnoredFile", "dockerfile.check.copyIgnoredFile"),
  INVALID_DEFINITION_DESCRIPTION(
      "InvalidDefinitionDescription", "dockerfile.check.invalidDefinitionDescription"),
  EXPOSE_PROTO_CASING("ExposeProtoCasing", "dockerfile.check.exposeProtoCasing"),
  EXPOSE_INVALID_FORMAT("ExposeInvalidFormat", "dockerfile.check.exposeInvalidFormat");

  private final String code;
  private final String message;

  Rule(String code, String message) {
    this.code = code;
    this.message = message;
  }

  /// BuildKit's name of it.
  public String code() {
    return code;
  }

  /// What happens and what to do about it.
  public String explanation() {
    return Messages.get(message);
  }

  /// BuildKit's page about it; empty for the one that has none.
  public String url() {
    return this == INVALID_BASE_IMAGE_PLATFORM
        ? ""
        : "https://docs.docker.com/go/dockerfile/rule/"
            + name().toLowerCase(Locale.ROOT).replace('_', '-')
            + "/";
  }

  /// Whether it is off until `# check=experimental=` names it.
  boolean isExperimental(Edition edition) {
    return this == INVALID_DEFINITION_DESCRIPTION
        || (this == COPY_IGNORED_FILE && edition == Edition.DOCKER_28);
  }
}
