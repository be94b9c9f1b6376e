package tw.touchstone.server.admin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tw.touchstone.catalog.Catalog;
import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.Grant;
import tw.touchstone.catalog.members.Permission;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;
import tw.touchstone.server.layout.Names;

/// What an administrator can choose from: roles and agencies within their own reach.
@Component
class AdminChoices {

    private final Catalog catalog;
    private final Names names;

    AdminChoices(Catalog catalog, Names names) {
        this.catalog = catalog;
        this.names = names;
    }

    /// Something to choose.
    record Choice(String value, String name, boolean chosen) {}

    /// A role somebody has.
    ///
    /// @param agency slug; empty for the whole catalogue
    record Held(String role, String agency, String agencyName) {}

    /// The roles somebody may give; names are message keys.
    List<Choice> roles(Account by, String chosen) {
        return Arrays.stream(Role.values())
                .filter(role -> role.isOfAgency() || by.mayEverywhere(Permission.ADMINISTER_ACCOUNTS))
                .map(role -> new Choice(code(role), "role." + code(role), code(role).equals(chosen)))
                .toList();
    }

    /// The agencies for which somebody may give roles.
    List<Choice> agencies(Account by, String chosen, String language) {
        return catalog.store().agencies().stream()
                .filter(each -> by.may(Permission.ADMINISTER_ACCOUNTS, each.id()))
                .filter(each -> catalog.members().agencyTree().successor(each.id()).isEmpty())
                .map(each -> new Choice(
                        each.id().value(),
                        each.name().best(language),
                        each.id().value().equals(chosen)))
                .toList();
    }

    /// The role that was chosen; empty where there is none of these, or it is not for this administrator to give.
    Optional<Grant> grant(String role, String agency, Account by) {
        var known = Arrays.stream(Role.values()).filter(each -> code(each).equals(role)).findFirst();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var slug = Optional.of(agency)
                .filter(each -> known.get().isOfAgency())
                .filter(AgencyId::isValid)
                .map(AgencyId::new)
                .filter(id -> names.agency(id).isPresent())
                .filter(id -> catalog.members().agencyTree().successor(id).isEmpty());
        return known.get().isOfAgency() && slug.isEmpty()
                ? Optional.empty()
                : Optional.of(catalog.members().accounts().grant(known.get(), slug)).filter(by::mayGrant);
    }

    List<Held> held(Account account, String language) {
        return account.grants().stream()
                .map(grant -> new Held(
                        code(grant.role()),
                        grant.agency().map(AgencyId::value).orElse(""),
                        grant.agency().map(id -> names.agencyName(id.value()).best(language)).orElse("")))
                .toList();
    }

    /// A role as the audit log has it.
    static String text(Grant grant) {
        return code(grant.role()) + grant.agency().map(id -> " for " + id).orElse("");
    }

    private static String code(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
