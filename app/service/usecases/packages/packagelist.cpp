// The part of AudiencePackages that hands out personal data.

#include "app/audience/listprofiles.h"
#include "app/service/store/refusal.h"
#include "app/service/store/salesstore.h"
#include "app/service/usecases/packages/audiencepackages.h"

#include <algorithm>
#include <array>

namespace groundswell::service {

namespace {
constexpr std::size_t membersBetweenLooks = 16'384; // at the stop token
using Cells = std::array<std::string_view, customerListColumns.size()>;
}

Expected<std::string> AudiencePackages::customerList(const PackageId &id, const ClusterName &tc,
                                                     const ListFormat &format, ListReader reader)
{
    const auto package = find(id);
    const auto content = finishedContent(id);
    const auto data = m_workspace.dataset();
    if (!package || !content || !data)
        return tl::make_unexpected(!package ? package.error() : !content ? content.error() : data.error());
    const auto cluster = std::ranges::find(*content, tc, &PackageContent::tc);
    if (cluster == content->end())
        return tl::make_unexpected(refusal(404, QStringLiteral("error.cluster.not_found")));

    // Consent may have been withdrawn since the package was built: today's word counts.
    std::vector<std::string> ids;
    std::vector<double> affinities;
    const std::stop_token stop = m_workspace.stopToken();
    for (const PackageMember &member : cluster->members) {
        if (ids.size() % membersBetweenLooks == 0 && stop.stop_requested())
            return tl::make_unexpected(stopped());
        const auto index = (*data)->customerIndex(member.customerId);
        if (!index || !(*data)->customers[*index].consentEmail || (*data)->customers[*index].optedOut)
            continue;
        ids.push_back(member.customerId);
        affinities.push_back(member.affinity);
    }

    std::string text;
    const auto writer = format.makeWriter(
        [&](std::string_view block) {
            text += block;
            return true;
        },
        reader);
    bool ok = writer->beginList(customerListColumns) == ListWriter::Begun::Yes;
    const std::string name = tc.value().toStdString();
    const std::string run = std::to_string(package->row.tcRunId);
    std::size_t position = 0;
    const auto write = [&](const CustomerContact &contact) {
        while (position < ids.size() && ids[position] != contact.id)
            ++position; // unknown customers are left out of the contacts
        const std::string affinity = position < ids.size()
            ? QByteArray::number(affinities[position], 'f', 4).toStdString()
            : std::string();
        ok = writer->writeRow(Cells{contact.id, contact.email, contact.phone, contact.firstName,
                                    contact.lastName, contact.city, contact.zip, contact.country, name, run,
                                    affinity})
            && ok;
    };
    const auto visited = m_workspace.store().sales().visitContacts(ids, write, stop);
    if (!visited)
        return tl::make_unexpected(visited.error());
    if (!writer->finish() || !ok)
        return tl::make_unexpected(refusal(500, QStringLiteral("error.internal.unspecified")));
    return text;
}

} // namespace groundswell::service
