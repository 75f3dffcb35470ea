// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

import java.util.List;

/// What an engine knows of an image that a build starts from or takes files from.
public sealed interface BaseImage {
  /// @param layers diff IDs: what the builder knows an image by when only its settings are others
  /// @param environment "NAME=value", in order
  /// @param user empty when none is set
  /// @param workingDirectory empty when none is set
  record Known(
      String id,
      List<String> layers,
      List<String> environment,
      String user,
      String workingDirectory)
      implements BaseImage {
    public Known {
      layers = List.copyOf(layers);
      environment = List.copyOf(environment);
    }

    String identity() {
      return layers.isEmpty() ? id : Digest.of(layers.toArray(String[]::new));
    }
  }

  /// It is not there, and will be pulled.
  record Missing() implements BaseImage {}

  /// No engine was asked.
  record Unasked() implements BaseImage {}
}
