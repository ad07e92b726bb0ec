#pragma once

#include <QFileDialog>

namespace groundswell {

struct ListFormat;

/// Where a package's customer lists are to be saved, and as what kind of file: all that there are.
class SaveListDialog : public QFileDialog {
    Q_OBJECT
public:
    /// \a title: the package's; the file is named after it.
    SaveListDialog(const QString &folder, const QString &title, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QString &fileName, const groundswell::ListFormat &format);

private:
    [[nodiscard]] const ListFormat &selectedFormat() const;
    void useEnding();
};

} // namespace groundswell
