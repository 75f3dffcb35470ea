// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Opens connections that carry bytes both ways. For what is typed the client library starts a thread of its own, which fails
/// when the connection ends before all is sent. That is no news, the stream's end tells it; so the thread belongs to a
/// group that does not write a stack trace.
final class TwoWay extends ThreadGroup {
  private final DockerHttpClient client;

  TwoWay(DockerHttpClient client) {
    super("engine input");
    this.client = client;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable e) {}

  /// As the client's own; ended by interruption.
  DockerHttpClient.Response execute(DockerHttpClient.Request request) throws IOException {
    CompletableFuture<DockerHttpClient.Response> answer = new CompletableFuture<>();
    Thread thread =
        Thread.ofPlatform()
            .group(this)
            .daemon()
            .name("engine input")
            .start(() -> execute(request, answer));
    try {
      return answer.get();
    } catch (InterruptedException e) {
      if (!answer.cancel(false) && !answer.isCompletedExceptionally()) {
        answer.resultNow().close();
      }
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private void execute(
      DockerHttpClient.Request request, CompletableFuture<DockerHttpClient.Response> answer) {
    try {
      DockerHttpClient.Response response = client.execute(request);
      if (!answer.complete(response)) {
        response.close(); // nobody waits any more
      }
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }
}
