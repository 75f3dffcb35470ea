// SPDX-License-Identifier: Apache-2.0
package drydock.diagram;

/// A place in a scene: pixels at zoom 1, y grows downwards.
public record Point(double x, double y) {}
