// SPDX-License-Identifier: Apache-2.0

/// The one place that sentences for people come from: the resource bundle, and what an engine problem reads like.
@NullMarked
package drydock.messages;

import org.jspecify.annotations.NullMarked;
