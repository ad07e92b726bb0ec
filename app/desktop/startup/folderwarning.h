#pragma once

#include "app/files/folderkind.h"

namespace groundswell {

class Settings;

/// What there is to say of the folder in which a workspace lies: that it is a network's or is synchronised by
/// another program. Said once for each folder, which \a settings remember; empty where there is nothing.
[[nodiscard]] QString folderWarning(const QString &workspace, Settings &settings,
                                    const FolderProbe &probe = FolderProbe::system());

} // namespace groundswell
