// SPDX-License-Identifier: Apache-2.0
package drydock.lesson;

/// @param internal without a way to the world
public record StagedNetwork(String name, boolean internal) {}
