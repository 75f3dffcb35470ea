// SPDX-License-Identifier: Apache-2.0

/// Writing files so that none is ever half there, and saying in words why one could not be. A leaf that everyone may use.
@NullMarked
package drydock.files;

import org.jspecify.annotations.NullMarked;
