// SPDX-License-Identifier: Apache-2.0

/// One report on the engine, for the command line and the window alike: where it was looked for, what answered, what it
/// is like, and what of Drydock's lessons it can do. Pure functions of [drydock.doctor.Facts]. No toolkit.
@NullMarked
package drydock.doctor;

import org.jspecify.annotations.NullMarked;
