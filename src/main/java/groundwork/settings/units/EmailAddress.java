package groundwork.settings.units;

/** An e-mail address, as SNS and AWS Budgets take it: in ASCII. */
public final class EmailAddress {
    public static final String FORM = "[!-?A-~]+@[!-?A-~]+\\.[!-?A-~]+";
    public static final String SAYS = "an e-mail address in ASCII";

    private EmailAddress() {}
}
