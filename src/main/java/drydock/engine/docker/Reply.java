// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicReference;

/// The head of an answer, and its body still to be read.
final class Reply implements AutoCloseable {
  private final DockerHttpClient.Response response;
  private final AtomicReference<Runnable> whenClosed;

  /// @param whenClosed done once
  Reply(DockerHttpClient.Response response, Runnable whenClosed) {
    this.response = response;
    this.whenClosed = new AtomicReference<>(whenClosed);
  }

  int status() {
    return response.getStatusCode();
  }

  /// A header's value, empty without it; the name's case does not matter.
  String header(String name) {
    String value = response.getHeader(name);
    return value == null ? "" : value;
  }

  InputStream body() {
    return response.getBody();
  }

  /// Aborts the request if it still runs. Any thread may do so; who reads the body gets an exception.
  @Override
  public void close() {
    try {
      response.close();
    } finally {
      whenClosed.getAndSet(() -> {}).run();
    }
  }
}
