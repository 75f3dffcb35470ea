// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.assist;

import drydock.messages.Messages;

/// What each word of the language means, in a sentence or two; empty for a word that is none.
final class Meanings {
  private Meanings() {}

  /// How an instruction is written.
  ///
  /// @param keyword upper case
  static String usage(String keyword) {
    return switch (keyword) {
      case "ADD" -> "ADD [flags] source… folder";
      case "ARG" -> "ARG name[=default]";
      case "CMD" -> "CMD [\"program\", \"argument\"]";
      case "COPY" -> "COPY [flags] source… destination";
      case "ENTRYPOINT" -> "ENTRYPOINT [\"program\", \"argument\"]";
      case "ENV" -> "ENV name=value …";
      case "EXPOSE" -> "EXPOSE port[/protocol] …";
      case "FROM" -> "FROM image [AS name]";
      case "HEALTHCHECK" -> "HEALTHCHECK [flags] CMD command";
      case "LABEL" -> "LABEL name=value …";
      case "MAINTAINER" -> "MAINTAINER name";
      case "ONBUILD" -> "ONBUILD instruction";
      case "RUN" -> "RUN [flags] command";
      case "SHELL" -> "SHELL [\"program\", \"argument\"]";
      case "STOPSIGNAL" -> "STOPSIGNAL signal";
      case "USER" -> "USER user[:group]";
      case "VOLUME" -> "VOLUME folder …";
      case "WORKDIR" -> "WORKDIR folder";
      default -> "";
    };
  }

  /// @param keyword upper case
  static String instruction(String keyword) {
    return switch (keyword) {
      case "ADD" -> Messages.get("assist.instruction.add");
      case "ARG" -> Messages.get("assist.instruction.arg");
      case "CMD" -> Messages.get("assist.instruction.cmd");
      case "COPY" -> Messages.get("assist.instruction.copy");
      case "ENTRYPOINT" -> Messages.get("assist.instruction.entrypoint");
      case "ENV" -> Messages.get("assist.instruction.env");
      case "EXPOSE" -> Messages.get("assist.instruction.expose");
      case "FROM" -> Messages.get("assist.instruction.from");
      case "HEALTHCHECK" -> Messages.get("assist.instruction.healthcheck");
      case "LABEL" -> Messages.get("assist.instruction.label");
      case "MAINTAINER" -> Messages.get("assist.instruction.maintainer");
      case "ONBUILD" -> Messages.get("assist.instruction.onbuild");
      case "RUN" -> Messages.get("assist.instruction.run");
      case "SHELL" -> Messages.get("assist.instruction.shell");
      case "STOPSIGNAL" -> Messages.get("assist.instruction.stopsignal");
      case "USER" -> Messages.get("assist.instruction.user");
      case "VOLUME" -> Messages.get("assist.instruction.volume");
      case "WORKDIR" -> Messages.get("assist.instruction.workdir");
      default -> "";
    };
  }

  /// @param keyword upper case
  static String flag(String keyword, String name) {
    return flag(keyword + " --" + name);
  }

  /// @param flag "COPY --from"
  private static String flag(String flag) {
    return switch (flag) {
      case "FROM --platform" -> Messages.get("assist.flag.from.platform");
      case "RUN --mount" -> Messages.get("assist.flag.run.mount");
      case "RUN --network" -> Messages.get("assist.flag.run.network");
      case "RUN --security" -> Messages.get("assist.flag.run.security");
      case "RUN --device" -> Messages.get("assist.flag.run.device");
      case "COPY --from" -> Messages.get("assist.flag.copy.from");
      case "COPY --chown", "ADD --chown" -> Messages.get("assist.flag.copy.chown");
      case "COPY --chmod", "ADD --chmod" -> Messages.get("assist.flag.copy.chmod");
      case "COPY --link", "ADD --link" -> Messages.get("assist.flag.copy.link");
      case "COPY --parents" -> Messages.get("assist.flag.copy.parents");
      case "COPY --exclude", "ADD --exclude" -> Messages.get("assist.flag.copy.exclude");
      case "ADD --keep-git-dir" -> Messages.get("assist.flag.add.keep-git-dir");
      case "ADD --checksum" -> Messages.get("assist.flag.add.checksum");
      case "ADD --unpack" -> Messages.get("assist.flag.add.unpack");
      case "HEALTHCHECK --interval" -> Messages.get("assist.flag.healthcheck.interval");
      case "HEALTHCHECK --timeout" -> Messages.get("assist.flag.healthcheck.timeout");
      case "HEALTHCHECK --start-period" -> Messages.get("assist.flag.healthcheck.start-period");
      case "HEALTHCHECK --start-interval" -> Messages.get("assist.flag.healthcheck.start-interval");
      case "HEALTHCHECK --retries" -> Messages.get("assist.flag.healthcheck.retries");
      default -> "";
    };
  }

  /// @param key lower case
  static String mountField(String key) {
    return switch (key) {
      case "type" -> Messages.get("assist.mount.type");
      case "from" -> Messages.get("assist.mount.from");
      case "source", "src" -> Messages.get("assist.mount.source");
      case "target", "dst", "destination" -> Messages.get("assist.mount.target");
      case "readonly", "ro" -> Messages.get("assist.mount.readonly");
      case "readwrite", "rw" -> Messages.get("assist.mount.readwrite");
      case "required" -> Messages.get("assist.mount.required");
      case "size" -> Messages.get("assist.mount.size");
      case "id" -> Messages.get("assist.mount.id");
      case "sharing" -> Messages.get("assist.mount.sharing");
      case "mode" -> Messages.get("assist.mount.mode");
      case "uid" -> Messages.get("assist.mount.uid");
      case "gid" -> Messages.get("assist.mount.gid");
      case "env" -> Messages.get("assist.mount.env");
      default -> "";
    };
  }

  /// @param type lower case
  static String mountType(String type) {
    return switch (type) {
      case "bind" -> Messages.get("assist.mountType.bind");
      case "cache" -> Messages.get("assist.mountType.cache");
      case "tmpfs" -> Messages.get("assist.mountType.tmpfs");
      case "secret" -> Messages.get("assist.mountType.secret");
      case "ssh" -> Messages.get("assist.mountType.ssh");
      default -> "";
    };
  }

  /// @param name lower case
  static String directive(String name) {
    return switch (name) {
      case "syntax" -> Messages.get("assist.directive.syntax");
      case "escape" -> Messages.get("assist.directive.escape");
      case "check" -> Messages.get("assist.directive.check");
      default -> "";
    };
  }

  /// @param name with SIG
  static String signal(String name) {
    return switch (name) {
      case "SIGTERM" -> Messages.get("assist.signal.sigterm");
      case "SIGINT" -> Messages.get("assist.signal.sigint");
      case "SIGQUIT" -> Messages.get("assist.signal.sigquit");
      case "SIGKILL" -> Messages.get("assist.signal.sigkill");
      case "SIGHUP" -> Messages.get("assist.signal.sighup");
      case "SIGUSR1" -> Messages.get("assist.signal.sigusr1");
      case "SIGUSR2" -> Messages.get("assist.signal.sigusr2");
      case "SIGWINCH" -> Messages.get("assist.signal.sigwinch");
      default -> "";
    };
  }

  /// @param name of a variable that the builder sets
  static String platform(String name) {
    return switch (name) {
      case "BUILDPLATFORM" -> Messages.get("assist.platform.buildplatform");
      case "BUILDOS" -> Messages.get("assist.platform.buildos");
      case "BUILDOSVERSION" -> Messages.get("assist.platform.buildosversion");
      case "BUILDARCH" -> Messages.get("assist.platform.buildarch");
      case "BUILDVARIANT" -> Messages.get("assist.platform.buildvariant");
      case "TARGETPLATFORM" -> Messages.get("assist.platform.targetplatform");
      case "TARGETOS" -> Messages.get("assist.platform.targetos");
      case "TARGETOSVERSION" -> Messages.get("assist.platform.targetosversion");
      case "TARGETARCH" -> Messages.get("assist.platform.targetarch");
      case "TARGETVARIANT" -> Messages.get("assist.platform.targetvariant");
      case "TARGETSTAGE" -> Messages.get("assist.platform.targetstage");
      default -> "";
    };
  }
}
