package tw.touchstone.server.admin;

import tw.touchstone.catalog.members.Account;
import tw.touchstone.catalog.members.AccountLetters;

/// What an administrator has to hand over to somebody, shown this once.
///
/// @param kind   `password` or `link`, to be copied; `mailed` where there is nothing to do
/// @param secret the password, the link, or the address the message goes to
record HandedOver(String name, String kind, String secret) {

    static HandedOver password(Account account, String password) {
        return new HandedOver(account.name(), "password", password);
    }

    static HandedOver of(Account account, AccountLetters.Handover handover) {
        return switch (handover) {
            case AccountLetters.Handover.Mailed mailed -> new HandedOver(account.name(), "mailed", mailed.recipient());
            case AccountLetters.Handover.ByHand byHand ->
                new HandedOver(account.name(), "link", byHand.link().toString());
        };
    }
}
