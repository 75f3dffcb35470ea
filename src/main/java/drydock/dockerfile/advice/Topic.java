// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.messages.Messages;

/// What there is advice about.
public enum Topic {
  UNPINNED_BASE(
      "unpinned-base",
      Lesson.TAGS_DIGESTS_REGISTRIES,
      "dockerfile.advice.unpinnedBase",
      "dockerfile.advice.unpinnedBase.why"),
  APT_LISTS_LEFT(
      "apt-lists-left",
      Lesson.LAYERS,
      "dockerfile.advice.aptListsLeft",
      "dockerfile.advice.aptListsLeft.why"),
  APT_UPDATE_ALONE(
      "apt-update-alone",
      Lesson.BUILD_CACHE,
      "dockerfile.advice.aptUpdateAlone",
      "dockerfile.advice.aptUpdateAlone.why"),
  INSTALL_ASKS(
      "install-asks",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.installAsks",
      "dockerfile.advice.installAsks.why"),
  APT_IN_SCRIPT(
      "apt-in-script",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.aptInScript",
      "dockerfile.advice.aptInScript.why"),
  APT_RECOMMENDS(
      "apt-recommends",
      Lesson.LAYERS,
      "dockerfile.advice.aptRecommends",
      "dockerfile.advice.aptRecommends.why"),
  APK_CACHE_LEFT(
      "apk-cache-left",
      Lesson.LAYERS,
      "dockerfile.advice.apkCacheLeft",
      "dockerfile.advice.apkCacheLeft.why"),
  PIP_CACHE_LEFT(
      "pip-cache-left",
      Lesson.LAYERS,
      "dockerfile.advice.pipCacheLeft",
      "dockerfile.advice.pipCacheLeft.why"),
  NPM_INSTALL_WITH_LOCK(
      "npm-install-with-lock",
      Lesson.WORKS_ON_MY_MACHINE,
      "dockerfile.advice.npmInstallWithLock",
      "dockerfile.advice.npmInstallWithLock.why"),
  CD_LOST(
      "cd-lost",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.cdLost",
      "dockerfile.advice.cdLost.why"),
  SETTING_LOST(
      "setting-lost",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.settingLost",
      "dockerfile.advice.settingLost.why"),
  PROCESS_LOST(
      "process-lost",
      Lesson.LAYERS,
      "dockerfile.advice.processLost",
      "dockerfile.advice.processLost.why"),
  SERVER_IN_RUN(
      "server-in-run",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.serverInRun",
      "dockerfile.advice.serverInRun.why"),
  NEEDLESS_SUDO(
      "needless-sudo",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.needlessSudo",
      "dockerfile.advice.needlessSudo.why"),
  PIPE_HIDES_FAILURE(
      "pipe-hides-failure",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.pipeHidesFailure",
      "dockerfile.advice.pipeHidesFailure.why"),
  SEMICOLON_HIDES_FAILURE(
      "semicolon-hides-failure",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.semicolonHidesFailure",
      "dockerfile.advice.semicolonHidesFailure.why"),
  HEREDOC_HIDES_FAILURE(
      "heredoc-hides-failure",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.heredocHidesFailure",
      "dockerfile.advice.heredocHidesFailure.why"),
  DOWNLOAD_RUN(
      "download-run",
      Lesson.TAGS_DIGESTS_REGISTRIES,
      "dockerfile.advice.downloadRun",
      "dockerfile.advice.downloadRun.why"),
  CRLF_SCRIPT(
      "crlf-script",
      Lesson.WORKS_ON_MY_MACHINE,
      "dockerfile.advice.crlfScript",
      "dockerfile.advice.crlfScript.why"),
  ADD_FOR_COPY(
      "add-for-copy",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.addForCopy",
      "dockerfile.advice.addForCopy.why"),
  SECRET_COPIED(
      "secret-copied",
      Lesson.LAYERS,
      "dockerfile.advice.secretCopied",
      "dockerfile.advice.secretCopied.why"),
  SECRET_IN_TEXT(
      "secret-in-text",
      Lesson.LAYERS,
      "dockerfile.advice.secretInText",
      "dockerfile.advice.secretInText.why"),
  SECRET_DELETED_LATER(
      "secret-deleted-later",
      Lesson.LAYERS,
      "dockerfile.advice.secretDeletedLater",
      "dockerfile.advice.secretDeletedLater.why"),
  DELETED_LATER(
      "deleted-later",
      Lesson.LAYERS,
      "dockerfile.advice.deletedLater",
      "dockerfile.advice.deletedLater.why"),
  UNINSTALLED_LATER(
      "uninstalled-later",
      Lesson.LAYERS,
      "dockerfile.advice.uninstalledLater",
      "dockerfile.advice.uninstalledLater.why"),
  COPY_BEFORE_INSTALL(
      "copy-before-install",
      Lesson.BUILD_CACHE,
      "dockerfile.advice.copyBeforeInstall",
      "dockerfile.advice.copyBeforeInstall.why"),
  OWNER_CHANGED_LATER(
      "owner-changed-later",
      Lesson.LAYERS,
      "dockerfile.advice.ownerChangedLater",
      "dockerfile.advice.ownerChangedLater.why"),
  RELATIVE_DESTINATION(
      "relative-destination",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.relativeDestination",
      "dockerfile.advice.relativeDestination.why"),
  UNKNOWN_STAGE(
      "unknown-stage",
      Lesson.MULTI_STAGE_BUILDS,
      "dockerfile.advice.unknownStage",
      "dockerfile.advice.unknownStage.why"),
  OUTSIDE_CONTEXT(
      "outside-context",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.outsideContext",
      "dockerfile.advice.outsideContext.why"),
  TILDE_PATH(
      "tilde-path",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.tildePath",
      "dockerfile.advice.tildePath.why"),
  CONTEXT_CLUTTER(
      "context-clutter",
      Lesson.BUILD_CACHE,
      "dockerfile.advice.contextClutter",
      "dockerfile.advice.contextClutter.why"),
  ENTRYPOINT_IGNORES_CMD(
      "entrypoint-ignores-cmd",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.entrypointIgnoresCmd",
      "dockerfile.advice.entrypointIgnoresCmd.why"),
  CMD_SHELL_WORDS(
      "cmd-shell-words",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.cmdShellWords",
      "dockerfile.advice.cmdShellWords.why"),
  EXEC_FORM_VARIABLE(
      "exec-form-variable",
      Lesson.PORTS_AND_SETTINGS,
      "dockerfile.advice.execFormVariable",
      "dockerfile.advice.execFormVariable.why"),
  ALMOST_JSON(
      "almost-json",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.almostJson",
      "dockerfile.advice.almostJson.why"),
  STARTS_IN_BACKGROUND(
      "starts-in-background",
      Lesson.HEALTH_RESTARTS_SIGNALS,
      "dockerfile.advice.startsInBackground",
      "dockerfile.advice.startsInBackground.why"),
  LISTENS_ON_LOCALHOST(
      "listens-on-localhost",
      Lesson.PORTS_AND_SETTINGS,
      "dockerfile.advice.listensOnLocalhost",
      "dockerfile.advice.listensOnLocalhost.why"),
  HEALTH_TOOL_MISSING(
      "health-tool-missing",
      Lesson.HEALTH_RESTARTS_SIGNALS,
      "dockerfile.advice.healthToolMissing",
      "dockerfile.advice.healthToolMissing.why"),
  RUNS_AS_ROOT(
      "runs-as-root",
      Lesson.NAMESPACES,
      "dockerfile.advice.runsAsRoot",
      "dockerfile.advice.runsAsRoot.why"),
  ROOT_AGAIN(
      "root-again",
      Lesson.NAMESPACES,
      "dockerfile.advice.rootAgain",
      "dockerfile.advice.rootAgain.why"),
  USER_BEFORE_INSTALL(
      "user-before-install",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.userBeforeInstall",
      "dockerfile.advice.userBeforeInstall.why"),
  ENV_SAME_LINE(
      "env-same-line",
      Lesson.PORTS_AND_SETTINGS,
      "dockerfile.advice.envSameLine",
      "dockerfile.advice.envSameLine.why"),
  PATH_REPLACED(
      "path-replaced",
      Lesson.FIRST_DOCKERFILE,
      "dockerfile.advice.pathReplaced",
      "dockerfile.advice.pathReplaced.why"),
  ARG_OUT_OF_SCOPE(
      "arg-out-of-scope",
      Lesson.PORTS_AND_SETTINGS,
      "dockerfile.advice.argOutOfScope",
      "dockerfile.advice.argOutOfScope.why"),
  ARG_AT_START(
      "arg-at-start",
      Lesson.PORTS_AND_SETTINGS,
      "dockerfile.advice.argAtStart",
      "dockerfile.advice.argAtStart.why"),
  TOOLS_LEFT(
      "tools-left",
      Lesson.MULTI_STAGE_BUILDS,
      "dockerfile.advice.toolsLeft",
      "dockerfile.advice.toolsLeft.why"),
  CLONE_CACHED(
      "clone-cached",
      Lesson.BUILD_CACHE,
      "dockerfile.advice.cloneCached",
      "dockerfile.advice.cloneCached.why");

  private final String code;
  private final Lesson lesson;
  private final String message;
  private final String explanation;

  Topic(String code, Lesson lesson, String message, String explanation) {
    this.code = code;
    this.lesson = lesson;
    this.message = message;
    this.explanation = explanation;
  }

  /// The finding's code; never changes.
  public String code() {
    return code;
  }

  /// The lesson that shows it happen.
  public Lesson lesson() {
    return lesson;
  }

  String message(Object... words) {
    return Messages.get(message, words);
  }

  String explanation(Object... words) {
    return Messages.get(explanation, words);
  }
}
