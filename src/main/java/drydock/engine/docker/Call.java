// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request to the engine, put together step by step and used once.
final class Call {
  static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

  private final String doing;
  private final String method;
  private final StringBuilder path;
  private final Map<String, String> headers = new HashMap<>();
  private byte @Nullable [] bytes;
  private @Nullable InputStream body;
  private @Nullable InputStream input;
  private Duration limit = USUAL_LIMIT;
  private String kind = "";
  private String name = "";

  private Call(String doing, String method, String path) {
    this.doing = doing;
    this.method = method;
    this.path = new StringBuilder(path);
  }

  /// @param doing for people, in the middle of a sentence: "reading the log of web"
  /// @param path without the API version: "/images/json"
  static Call get(String doing, String path) {
    return new Call(doing, "GET", path);
  }

  /// Asks whether a GET would succeed; the answer has no body.
  static Call head(String doing, String path) {
    return new Call(doing, "HEAD", path);
  }

  static Call post(String doing, String path) {
    return new Call(doing, "POST", path);
  }

  static Call put(String doing, String path) {
    return new Call(doing, "PUT", path);
  }

  static Call delete(String doing, String path) {
    return new Call(doing, "DELETE", path);
  }

  Call query(String parameter, String value) {
    path.append(path.indexOf("?") < 0 ? '?' : '&')
        .append(parameter)
        .append('=')
        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    return this;
  }

  Call header(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Call json(JsonNode json) {
    bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    return header("Content-Type", "application/json");
  }

  /// Sends `stream` in chunks while it is read.
  Call body(InputStream stream, String contentType) {
    body = stream;
    return header("Content-Type", contentType);
  }

  /// Makes the connection one that carries bytes both ways, and sends what `typed` gives while the answer is read. `typed` is
  /// read on a thread of the client library's, which ends with it; it must never throw.
  Call input(InputStream typed) {
    input = typed;
    return this;
  }

  /// How long the whole exchange may take; of a stream, how long its head.
  Call within(Duration most) {
    limit = most;
    return this;
  }

  /// What is missing when the engine answers 404. `kind` is Docker's word: image, container.
  Call about(String itsKind, String itsName) {
    kind = itsKind;
    name = itsName;
    return this;
  }

  String doing() {
    return doing;
  }

  String method() {
    return method;
  }

  String path() {
    return path.toString();
  }

  Map<String, String> headers() {
    return headers;
  }

  /// Whether it changes nothing, so that it can be sent a second time.
  boolean asks() {
    return (method.equals("GET") || method.equals("HEAD"))
        && bytes == null
        && body == null
        && input == null;
  }

  byte @Nullable [] bytes() {
    return bytes;
  }

  @Nullable InputStream body() {
    return body;
  }

  @Nullable InputStream input() {
    return input;
  }

  Duration limit() {
    return limit;
  }

  String kind() {
    return kind;
  }

  String name() {
    return name;
  }
}
