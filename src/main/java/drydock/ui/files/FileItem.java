// SPDX-License-Identifier: Apache-2.0
package drydock.ui.files;

import drydock.archive.Change;

/// One path of a layer, as a row shows it.
///
/// @param path absolute
/// @param folder whether it can be opened
/// @param file whether it has a content
/// @param size of a folder with all that is in it; -1 when nobody told
/// @param layer of the image that the version is from; -1 when it is from none
/// @param rights "-rwxr-xr-x 0:0"; empty when nobody told
/// @param target what a link leads to; else empty
/// @param id known to the listing that it is from
record FileItem(
    int id,
    String name,
    String path,
    boolean folder,
    boolean file,
    Change change,
    long size,
    int layer,
    String rights,
    String target) {}
