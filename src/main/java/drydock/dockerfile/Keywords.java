// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile;

import java.util.List;

/// The instructions there are.
public final class Keywords {
  /// In the order of the alphabet.
  public static final List<String> ALL =
      List.of(
          "ADD",
          "ARG",
          "CMD",
          "COPY",
          "ENTRYPOINT",
          "ENV",
          "EXPOSE",
          "FROM",
          "HEALTHCHECK",
          "LABEL",
          "MAINTAINER",
          "ONBUILD",
          "RUN",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR");

  private Keywords() {}
}
