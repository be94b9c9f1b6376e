package tw.touchstone.server.signin;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import tw.touchstone.catalog.members.Role;
import tw.touchstone.model.AgencyId;

/// The provider people may sign in with, from `touchstone.oidc.*` settings. Without an issuer there is none.
///
/// @param issuer         address of the provider, where its configuration is found (OpenID Connect Discovery 1.0)
/// @param nameClaim      what an account is called that is created for somebody
/// @param rolesClaim     a list of texts that say what somebody is; empty for none
/// @param roles          what these texts mean here
/// @param linkByEmail    whether a verified address of the provider opens the account that has it
/// @param createAccounts whether somebody with a role but without an account gets one
@ConfigurationProperties("touchstone.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue({"openid", "profile", "email"}) List<String> scopes,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("") String rolesClaim,
        @DefaultValue List<Mapping> roles,
        @DefaultValue("true") boolean linkByEmail,
        @DefaultValue("false") boolean createAccounts) {

    /// What one text of the claim means.
    ///
    /// @param agency slug; empty for a role for the whole catalogue
    public record Mapping(String value, Role role, @DefaultValue("") String agency) {

        public Mapping {
            if (role.isOfAgency() != AgencyId.isValid(agency)) {
                throw new IllegalArgumentException("touchstone.oidc.roles: " + role
                        + (role.isOfAgency() ? " needs an agency" : " is for the whole catalogue"));
            }
        }

        Optional<AgencyId> forAgency() {
            return agency.isEmpty() ? Optional.empty() : Optional.of(new AgencyId(agency));
        }
    }

    public OidcSettings {
        scopes = List.copyOf(scopes);
        roles = List.copyOf(roles);
        if (!issuer.isBlank() && clientId.isBlank()) {
            throw new IllegalArgumentException("touchstone.oidc.client-id is needed where there is an issuer");
        }
    }

    /// Whether there is a provider.
    public boolean isOn() {
        return !issuer.isBlank();
    }
}
