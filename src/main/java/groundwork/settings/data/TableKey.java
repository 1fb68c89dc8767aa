package groundwork.settings.data;

import groundwork.settings.marks.Matching;
import groundwork.settings.marks.Setting;
import groundwork.settings.marks.Short;

/** An attribute that items are found by. */
@Short("name")
public record TableKey(
        @Setting(value = "Name of the attribute", example = "customer", replaces = "the table")
                @Matching(value = TableKey.ATTRIBUTE, says = TableKey.SAYS)
                String name,
        @Setting(value = "Type of the attribute", example = "number", replaces = "the table") Type type) {
    static final String ATTRIBUTE = "[\\w.-]{1,255}";
    static final String SAYS = "1 to 255 letters, digits or any of _.-";

    public enum Type {
        STRING("S"),
        NUMBER("N"),
        BINARY("B");

        private final String label;

        Type(String label) {
            this.label = label;
        }

        /** DynamoDB's name for it. */
        public String label() {
            return label;
        }
    }
}
