// SPDX-License-Identifier: Apache-2.0

/// Pictures as data: a [drydock.diagram.Scene] of boxes, links, texts and groups with stable ids, roles and evidence. No
/// toolkit; SVG and JavaFX are drawn from it by two exhaustive switches.
@NullMarked
package drydock.diagram;

import org.jspecify.annotations.NullMarked;
