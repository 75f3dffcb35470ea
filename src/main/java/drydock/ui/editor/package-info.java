// SPDX-License-Identifier: Apache-2.0

/// The editor: the files of a workspace in tabs, Dockerfiles in colours, saved by itself. [EditorModel] is what other parts
/// talk to; [EditorView] shows it.
@NullMarked
package drydock.ui.editor;

import org.jspecify.annotations.NullMarked;
