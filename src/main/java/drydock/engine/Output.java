// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// A piece of what a process wrote, decoded from UTF-8 without breaking characters; not necessarily whole lines.
public record Output(Channel channel, String text) {
  public enum Channel {
    STDOUT,
    STDERR
  }
}
