package tw.touchstone.catalog.members;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import tw.touchstone.catalog.audit.AuditAction;
import tw.touchstone.catalog.audit.AuditLog;
import tw.touchstone.catalog.jobs.JobQueue;
import tw.touchstone.catalog.mail.Letter;
import tw.touchstone.catalog.mail.Outbox;
import tw.touchstone.model.LangText;

/// Invitations and password resets, by mail where there is a mail server and else as a link to hand over. Thread-safe.
public final class AccountLetters {

    /// The kind of job that answers a request for a new password.
    public static final String JOB = "password-reset";

    private static final int LONGEST = 200;

    private final Accounts accounts;
    private final AccountLinks links;
    private final Outbox outbox;
    private final JobQueue jobs;
    private final AuditLog audit;
    private final URI base;

    /// @param base address of the catalogue
    public AccountLetters(
            Accounts accounts, AccountLinks links, Outbox outbox, JobQueue jobs, AuditLog audit, URI base) {
        this.accounts = accounts;
        this.links = links;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
        this.base = base;
    }

    /// How a link goes to the person it is for.
    public sealed interface Handover {
        /// By mail.
        record Mailed(String recipient) implements Handover {}

        /// By hand of whoever asked for it.
        record ByHand(URI link) implements Handover {}
    }

    /// Invites somebody whose account has just been created, or anew.
    public Handover invite(Account account) {
        return handOver(account, AccountLinks.Kind.INVITATION);
    }

    /// Lets somebody choose a new password.
    public Handover reset(Account account) {
        return handOver(account, AccountLinks.Kind.RESET);
    }

    private Handover handOver(Account account, AccountLinks.Kind kind) {
        var link = base.resolve("welcome/" + links.issue(account, kind));
        if (!outbox.isOpen() || account.email().isEmpty()) {
            return new Handover.ByHand(link);
        }
        var email = account.email().get();
        outbox.send(kind == AccountLinks.Kind.INVITATION ? invitation(account, email, link) : reset(account, email, link));
        return new Handover.Mailed(email);
    }

    /// Takes a request for a new password by somebody who is not signed in. Whether there is such an account is found out
    /// later, so that neither the answer nor its time says anything about it.
    public void ask(String nameOrEmail) {
        jobs.enqueue(JOB, List.of(nameOrEmail.substring(0, Math.min(LONGEST, nameOrEmail.length()))));
    }

    /// Answers such a request; the work of one job. Without a mail server, or an address, nothing can be done.
    public void answer(String nameOrEmail) {
        var account = accounts.byName(nameOrEmail)
                .or(() -> accounts.byEmail(nameOrEmail))
                .filter(each -> each.state() == Account.State.ACTIVE && each.email().isPresent());
        if (account.isPresent() && outbox.isOpen()) {
            reset(account.get());
            audit.record("", AuditAction.LINK_ISSUED, account.get().name(), "reset, asked for at the sign-in page", "");
        }
    }

    private Letter invitation(Account account, String email, URI link) {
        return Letter.of(
                email,
                "試金石：帳號邀請 / Touchstone: your account",
                Optional.of(link),
                new Letter.Wording(
                        LangText.ZH,
                        account.displayName() + "，您好：",
                        List.of(
                                "您在試金石開放資料目錄有一個新帳號「" + account.name() + "」。請在七天內開啟下面的連結，設定自己的密碼。連結只能用一次。",
                                "如果您不知道這件事，可以不理會這封信。")),
                new Letter.Wording(
                        LangText.EN,
                        "Dear " + account.displayName() + ",",
                        List.of(
                                "You have a new account “" + account.name()
                                        + "” at the open data catalogue Touchstone. Follow the link within seven days to choose"
                                        + " your password. The link works once.",
                                "If this means nothing to you, leave it aside.")));
    }

    private Letter reset(Account account, String email, URI link) {
        return Letter.of(
                email,
                "試金石：重設密碼 / Touchstone: a new password",
                Optional.of(link),
                new Letter.Wording(
                        LangText.ZH,
                        account.displayName() + "，您好：",
                        List.of(
                                "有人要求重設帳號「" + account.name() + "」的密碼。請在一小時內開啟下面的連結，設定新密碼。連結只能用一次。",
                                "如果不是您，請不要開啟連結；原來的密碼仍然有效。")),
                new Letter.Wording(
                        LangText.EN,
                        "Dear " + account.displayName() + ",",
                        List.of(
                                "A new password was asked for the account “" + account.name()
                                        + "”. Follow the link within an hour to choose one. The link works once.",
                                "If it was not you, do not follow it; the old password stays good.")));
    }
}
