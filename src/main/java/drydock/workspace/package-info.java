// SPDX-License-Identifier: Apache-2.0

/// The folder that a learner works in: its files, read, saved without ever losing one, watched for changes from outside.
/// No toolkit, no threads; every call may block on the disk.
@NullMarked
package drydock.workspace;

import org.jspecify.annotations.NullMarked;
