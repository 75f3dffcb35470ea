// SPDX-License-Identifier: Apache-2.0
package drydock.evidence;

import drydock.diagram.Evidence;
import drydock.engine.Endpoint;
import drydock.engine.EngineInfo;
import drydock.evidence.AskAgain.Curl;
import drydock.evidence.AskAgain.Line;
import drydock.evidence.AskAgain.None;
import drydock.messages.Messages;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Requests to one engine as lines of `curl`, which every computer has today.
final class CurlLine {
  private static final String JSON = "Content-Type: application/json";
  private static final String TAR = "Content-Type: application/x-tar";

  /// An exec is two requests: what is to be run is posted, and then it is started by its id.
  private static final String START = "{\"Tty\":true}";

  private final Endpoint endpoint;
  private final String version;
  private final Terminal terminal;

  CurlLine(EngineInfo engine, Terminal terminal) {
    this.endpoint = engine.endpoint();
    this.version = "/v" + engine.api().negotiated();
    this.terminal = terminal;
  }

  Curl of(Evidence evidence) {
    if (evidence.method().isEmpty()) {
      return new None(Messages.get("evidence.curl.noRequest"));
    }
    if (endpoint.origin() == Endpoint.Origin.RECORDING) {
      return new None(Messages.get("evidence.curl.recorded"));
    }
    if (endpoint.uri().startsWith("npipe:")) {
      return new None(Messages.get("evidence.curl.pipe"));
    }
    Endpoint.Tls tls = endpoint.tls();
    if (terminal == Terminal.POWERSHELL && tls != null && !tls.certificate().isEmpty()) {
      return new None(Messages.get("evidence.curl.certificate"));
    }
    return place()
        .<Curl>map(place -> new Line(line(place, evidence)))
        .orElseGet(() -> new None(Messages.get("evidence.curl.noPlace", endpoint.uri())));
  }

  private String line(Place place, Evidence evidence) {
    String path = evidence.path();
    if (evidence.method().equals("GET")) {
      return curl(place, List.of(), path);
    }
    if (path.startsWith("/build")) {
      return build(place, path);
    }
    return path.endsWith("/exec")
        ? exec(place, path, evidence.body())
        : posting(place, evidence.body(), path, "");
  }

  private String exec(Place place, String path, String body) {
    return switch (terminal) {
      case SH ->
          posting(place, body, path, "-s")
              + " | sed 's/.*\"Id\":\"\\([0-9a-f]*\\)\".*/\\1/' | xargs -I EXEC_ID "
              + posting(place, START, "/exec/EXEC_ID/start", "-s");
      case POWERSHELL ->
          "$id = ("
              + posting(place, body, path, "-s")
              + " | ConvertFrom-Json).Id; "
              + posting(place, START, "/exec/$id/start", "-s");
    };
  }

  /// The folder that the terminal is in, sent as it is.
  private String build(Place place, String path) {
    List<String> options = List.of("-X", "POST", "-H", TAR);
    return switch (terminal) {
      case SH -> "tar -cf - . | " + curl(place, with(options, "-T", "-"), path);
      // it lets no bytes through a pipe
      case POWERSHELL ->
          "tar -cf ../context.tar .; " + curl(place, with(options, "-T", "../context.tar"), path);
    };
  }

  /// Windows PowerShell takes quotes out of arguments, and leaves what comes through a pipe alone.
  private String posting(Place place, String body, String path, String option) {
    List<String> options = new ArrayList<>(option.isEmpty() ? List.of() : List.of(option));
    options.addAll(List.of("-H", JSON, "-d", terminal == Terminal.SH ? body : "@-"));
    String curl = curl(place, options, path);
    return terminal == Terminal.SH ? curl : terminal.quote(body) + " | " + curl;
  }

  private String curl(Place place, List<String> options, String path) {
    List<String> words = new ArrayList<>();
    // in Windows PowerShell, curl is another program's name
    words.add(terminal == Terminal.SH ? "curl" : "curl.exe");
    words.addAll(place.options());
    words.addAll(options);
    words.add(place.url() + version + path);
    return words.stream()
        .map(word -> word.contains("$id") ? '"' + word + '"' : terminal.quote(word))
        .collect(Collectors.joining(" "));
  }

  private static List<String> with(List<String> options, String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return all;
  }

  /// @param options that lead there
  /// @param url what a path is put behind
  private record Place(List<String> options, String url) {}

  private Optional<Place> place() {
    String uri = endpoint.uri();
    if (uri.startsWith("unix://")) {
      return Optional.of(
          new Place(
              List.of("--unix-socket", uri.substring("unix://".length())), "http://localhost"));
    }
    return address(uri.contains("://") ? uri : "tcp://" + uri);
  }

  private Optional<Place> address(String uri) {
    try {
      URI address = URI.create(uri);
      String host = address.getHost();
      if (host == null || !List.of("tcp", "http").contains(address.getScheme())) {
        return Optional.empty();
      }
      Endpoint.Tls tls = endpoint.tls();
      int usual = tls == null ? 2375 : 2376;
      String place = host + ":" + (address.getPort() < 0 ? usual : address.getPort());
      String path = address.getRawPath() == null ? "" : address.getRawPath();
      return Optional.of(
          tls == null
              ? new Place(List.of(), "http://" + place + path)
              : new Place(options(tls), "https://" + place + path));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<String> options(Endpoint.Tls tls) {
    List<String> options = new ArrayList<>();
    if (!tls.verify()) {
      options.add("--insecure");
    } else if (!tls.authority().isEmpty()) {
      options.addAll(List.of("--cacert", tls.authority()));
    }
    if (!tls.certificate().isEmpty()) {
      options.addAll(List.of("--cert", tls.certificate(), "--key", tls.key()));
    }
    return options;
  }
}
