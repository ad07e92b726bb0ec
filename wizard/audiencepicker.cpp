#include "wizard/audiencepicker.h"

#include "app/look/accessibility.h"
#include "app/look/chiplist.h"
#include "app/look/units.h"

#include <QVBoxLayout>

#include <algorithm>

namespace groundswell {

AudiencePicker::AudiencePicker(const QString &objectName, const QString &addText, QWidget *parent)
    : QWidget(parent)
    , m_addText(addText)
    , m_chips(new ChipList)
    , m_box(new QComboBox)
{
    nameWidget(m_box, objectName + QStringLiteral("Add"), addText);
    nameWidget(m_chips, objectName + QStringLiteral("Chips"), addText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(units(this, 0.5));
    column->addWidget(m_chips);
    column->addWidget(m_box, 0, Qt::AlignLeft);
    setFocusProxy(m_box);
    m_box->setMinimumWidth(characters(this, 28));

    connect(m_box, &QComboBox::activated, this, [this](int row) {
        const QString id = m_box->itemData(row).toString();
        if (id.isEmpty())
            return;
        m_ids << id;
        refresh();
        Q_EMIT edited(m_ids);
    });
    connect(m_chips, &ChipList::removed, this, [this](const QString &id) {
        m_ids.removeAll(id);
        refresh();
        Q_EMIT edited(m_ids);
    });
    refresh();
}

void AudiencePicker::setEntries(const std::vector<ChoiceBox::Entry> &entries)
{
    if (m_entries == entries)
        return;
    m_entries = entries;
    refresh();
}

void AudiencePicker::showIds(const QStringList &ids)
{
    if (m_ids == ids)
        return;
    m_ids = ids;
    refresh();
}

void AudiencePicker::setReadOnly(bool readOnly)
{
    m_chips->setReadOnly(readOnly);
    m_box->setEnabled(!readOnly);
}

void AudiencePicker::refresh()
{
    std::vector<ChipList::Chip> chips;
    for (const QString &id : std::as_const(m_ids)) {
        const auto entry = std::ranges::find(m_entries, id, &ChoiceBox::Entry::id);
        chips.push_back(entry == m_entries.end() ? ChipList::Chip{id, id, {}, false}
                                                 : ChipList::Chip{id, entry->text, entry->toolTip, false});
    }
    m_chips->setChips(chips);
    m_chips->setVisible(!chips.empty());

    m_box->clear();
    m_box->addItem(m_addText, QString());
    for (const ChoiceBox::Entry &entry : m_entries) {
        if (!m_ids.contains(entry.id))
            m_box->addItem(entry.text, entry.id);
    }
    m_box->setCurrentIndex(0);
}

} // namespace groundswell
