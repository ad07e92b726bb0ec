#include "app/desktop/packages/savelistdialog.h"

#include "app/audience/listformats.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace groundswell {

namespace {

/// A title as a file name that every system takes.
QString fileNameFor(const QString &title)
{
    QString name;
    for (const QChar character : title)
        name.append(character.isLetterOrNumber() ? character : u'-');
    return name.isEmpty() ? u"package"_s : name.left(80);
}

QString endingOf(const ListFormat &format)
{
    return QString::fromLatin1(format.ending);
}

} // namespace

SaveListDialog::SaveListDialog(const QString &folder, const QString &title, QWidget *parent)
    : QFileDialog(parent, tr("Save customer list"), folder)
{
    setObjectName(u"saveCsvDialog"_s);
    setAcceptMode(QFileDialog::AcceptSave);
    QStringList filters;
    for (const ListFormat &format : listFormats())
        filters.append(u"%1 (*.%2)"_s.arg(listFormatLabel(format), endingOf(format)));
    setNameFilters(filters);
    setDefaultSuffix(endingOf(selectedFormat()));
    selectFile(fileNameFor(title) + u'.' + endingOf(selectedFormat()));
    connect(this, &QFileDialog::filterSelected, this, &SaveListDialog::useEnding);
    connect(this, &QFileDialog::fileSelected, this,
            [this](const QString &fileName) { Q_EMIT chosen(fileName, selectedFormat()); });
}

const ListFormat &SaveListDialog::selectedFormat() const
{
    const qsizetype index = nameFilters().indexOf(selectedNameFilter());
    return listFormats()[static_cast<size_t>(std::max<qsizetype>(0, index))];
}

void SaveListDialog::useEnding()
{
    setDefaultSuffix(endingOf(selectedFormat()));
    if (const QStringList files = selectedFiles(); !files.isEmpty())
        selectFile(QFileInfo(files.first()).completeBaseName() + u'.' + endingOf(selectedFormat()));
}

} // namespace groundswell
