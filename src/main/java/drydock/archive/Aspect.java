// SPDX-License-Identifier: Apache-2.0
package drydock.archive;

/// In what two versions of a path differ, as far as their headers tell.
public enum Aspect {
  /// A file became a folder, a folder a link, and so on.
  KIND,
  /// Certainly another content: another size.
  CONTENT,
  /// Written at another time, with the same size: the content may be another one.
  TIME,
  MODE,
  OWNER,
  /// A link leads elsewhere.
  TARGET,
  /// Extended attributes, such as capabilities.
  ATTRIBUTES
}
