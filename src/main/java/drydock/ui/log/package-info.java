// SPDX-License-Identifier: Apache-2.0

/// The live log: a build's events, or a container's output, as one virtualised list of immutable rows grouped by step.
///
/// On the stream's thread [drydock.ui.log.Intake] decodes escape sequences and numbers the rows; once a pulse the JavaFX
/// thread gets what has gathered, [drydock.ui.log.Transcript] folds it into groups, and [drydock.ui.log.RowList] tells the
/// list view only what changed.
@NullMarked
package drydock.ui.log;

import org.jspecify.annotations.NullMarked;
