// SPDX-License-Identifier: Apache-2.0

/// The Dockerfile language: tokens with exact ranges, instructions, the build plan. A leaf without dependencies.
@NullMarked
package drydock.dockerfile;

import org.jspecify.annotations.NullMarked;
