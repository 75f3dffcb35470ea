// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import drydock.engine.EngineException;
import drydock.engine.EngineProblem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/// Names of things as parts of request paths. A name that is none of Docker's never reaches the engine: `..` in it would
/// lead elsewhere.
final class Names {
  /// Containers' and volumes'.
  private static final Pattern PLAIN = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]{0,254}");

  private static final int LONGEST_REFERENCE = 512;

  private Names() {}

  /// A container's id or name.
  static String container(String idOrName) {
    return plain("container", idOrName);
  }

  static String volume(String name) {
    return plain("volume", name);
  }

  private static String plain(String kind, String name) {
    if (!PLAIN.matcher(name).matches()) {
      throw new EngineException(new EngineProblem.NotFound(kind, name));
    }
    return name;
  }

  /// A network's id or name, which has no rules but that it is one part of a path.
  static String network(String idOrName) {
    if (idOrName.length() > LONGEST_REFERENCE
        || idOrName.isBlank()
        || idOrName.contains("/")
        || idOrName.equals(".")
        || idOrName.equals("..")) {
      throw new EngineException(new EngineProblem.NotFound("network", idOrName));
    }
    return URLEncoder.encode(idOrName, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// An image's tag, digest or id; the slashes of a repository stay.
  static String image(String reference) {
    String[] parts = reference.split("/", -1);
    if (reference.length() > LONGEST_REFERENCE
        || Arrays.stream(parts).anyMatch(p -> p.isBlank() || p.equals(".") || p.equals(".."))) {
      throw new EngineException(new EngineProblem.NotFound("image", reference));
    }
    return URLEncoder.encode(reference, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%2F", "/")
        .replace("%3A", ":")
        .replace("%40", "@");
  }

  /// `reference` with the tag that Docker takes it to mean.
  static String tagged(String reference) {
    boolean has =
        reference.indexOf('@') >= 0 || reference.lastIndexOf(':') > reference.lastIndexOf('/');
    return has ? reference : reference + ":latest";
  }
}
