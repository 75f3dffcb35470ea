// SPDX-License-Identifier: Apache-2.0
package drydock.dockerfile.cache;

/// A path of the build context cannot be looked at. The message says why, for people.
public final class ContextException extends Exception {
  private static final long serialVersionUID = 1;

  private final String path;

  public ContextException(String path, String reason) {
    super(reason);
    this.path = path;
  }

  Cause told() {
    return new Cause.ContextUnknown(path, String.valueOf(getMessage()));
  }
}
