// SPDX-License-Identifier: Apache-2.0
package drydock.engine.docker;

/// One object of the engine, to be looked at.
///
/// @param id of a volume its name, of an image sometimes a reference
record Thing(Kind kind, String id) {
  enum Kind {
    IMAGE,
    CONTAINER,
    NETWORK,
    VOLUME
  }

  static Thing image(String id) {
    return new Thing(Kind.IMAGE, id);
  }

  static Thing container(String id) {
    return new Thing(Kind.CONTAINER, id);
  }

  static Thing network(String id) {
    return new Thing(Kind.NETWORK, id);
  }

  static Thing volume(String name) {
    return new Thing(Kind.VOLUME, name);
  }
}
