// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.advice;

import drydock.dockerfile.Base;
import java.util.Map;
import java.util.Set;

/// An image that a stage starts from, and what is well known of it.
///
/// @param repository without Docker Hub's name; empty when it is not known
/// @param tag empty when there is none
/// @param isPinned whether a digest says exactly which
record BaseImage(Kind kind, String repository, String tag, boolean isPinned) {
  enum Kind {
    /// No file at all.
    SCRATCH,
    /// apt-get and bash, no curl or wget of its own.
    DEBIAN,
    /// Debian with compilers, curl, wget and git.
    FULL_DEBIAN,
    /// apk and BusyBox, no bash.
    ALPINE,
    BUSYBOX,
    /// Nothing is known.
    OTHER
  }

  static final BaseImage UNKNOWN = new BaseImage(Kind.OTHER, "", "", false);

  /// A tag of today for images that many begin with: to be shown, never to be put in unasked.
  private static final Map<String, String> TAGS =
      Map.ofEntries(
          Map.entry("alpine", "3.22"),
          Map.entry("busybox", "1.37"),
          Map.entry("caddy", "2.10"),
          Map.entry("composer", "2.8"),
          Map.entry("debian", "13-slim"),
          Map.entry("eclipse-temurin", "21"),
          Map.entry("fedora", "42"),
          Map.entry("golang", "1.25"),
          Map.entry("gradle", "9"),
          Map.entry("httpd", "2.4"),
          Map.entry("mariadb", "11.8"),
          Map.entry("maven", "3.9"),
          Map.entry("memcached", "1.6"),
          Map.entry("mongo", "8.0"),
          Map.entry("mysql", "8.4"),
          Map.entry("nginx", "1.29"),
          Map.entry("node", "22-slim"),
          Map.entry("php", "8.4"),
          Map.entry("postgres", "17"),
          Map.entry("python", "3.13-slim"),
          Map.entry("redis", "8.2"),
          Map.entry("ruby", "3.4-slim"),
          Map.entry("rust", "1.90"),
          Map.entry("tomcat", "11.0"),
          Map.entry("ubuntu", "24.04"));

  /// Images whose usual tags are a whole Debian, with a slim and mostly an Alpine one beside it.
  /// Their user is root, and their folder `/`.
  private static final Set<String> LANGUAGES = Set.of("node", "python", "ruby", "perl");

  private static final Set<String> PLAIN = Set.of("debian", "ubuntu");

  static BaseImage of(Base base) {
    return switch (base) {
      case Base.Scratch _ -> new BaseImage(Kind.SCRATCH, "", "", false);
      case Base.Image(String reference, boolean known) when known -> parse(reference);
      case Base.Image _, Base.OfStage _, Base.Invalid _ -> UNKNOWN;
    };
  }

  static BaseImage parse(String reference) {
    int digest = reference.indexOf('@');
    String named = digest < 0 ? reference : reference.substring(0, digest);
    int colon = named.lastIndexOf(':');
    boolean tagged = colon > named.lastIndexOf('/');
    String repository = tagged ? named.substring(0, colon) : named;
    String tag = tagged ? named.substring(colon + 1) : "";
    for (String prefix : new String[] {"docker.io/", "index.docker.io/", "library/"}) {
      repository =
          repository.startsWith(prefix) ? repository.substring(prefix.length()) : repository;
    }
    return new BaseImage(kind(repository, tag), repository, tag, digest >= 0);
  }

  private static Kind kind(String repository, String tag) {
    if (repository.equals("alpine")) {
      return Kind.ALPINE;
    }
    if (repository.equals("busybox")) {
      return Kind.BUSYBOX;
    }
    if (PLAIN.contains(repository)) {
      return Kind.DEBIAN;
    }
    if (!LANGUAGES.contains(repository) || tag.contains("windows") || tag.contains("nano")) {
      return Kind.OTHER;
    }
    return tag.contains("alpine")
        ? Kind.ALPINE
        : tag.contains("slim") ? Kind.DEBIAN : Kind.FULL_DEBIAN;
  }

  /// Whether it begins as root in the folder `/`, and needs no sudo.
  boolean isPlain() {
    return kind != Kind.OTHER && kind != Kind.SCRATCH;
  }

  boolean hasBash() {
    return kind == Kind.DEBIAN || kind == Kind.FULL_DEBIAN;
  }

  /// Whether it is an image that many begin with.
  boolean isWellKnown() {
    return TAGS.containsKey(repository);
  }

  /// A tag to show beside this repository.
  String exampleTag() {
    return TAGS.getOrDefault(repository, "1.0");
  }
}
