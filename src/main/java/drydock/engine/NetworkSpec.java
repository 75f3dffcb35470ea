// SPDX-License-Identifier: Apache-2.0
package drydock.engine;

/// A network to create.
///
/// @param driver "bridge" when empty
/// @param subnet such as "172.28.0.0/16"; the engine picks one when empty
/// @param internal whether nothing outside can be reached from it
public record NetworkSpec(
    String name, String driver, String subnet, boolean internal, Ownership ownership) {
  public static NetworkSpec of(String name, Ownership ownership) {
    return new NetworkSpec(name, "", "", false, ownership);
  }
}
