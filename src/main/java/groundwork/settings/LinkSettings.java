package groundwork.settings;

import groundwork.settings.reader.Matching;
import groundwork.settings.reader.Setting;
import groundwork.settings.reader.Short;
import java.util.Optional;

/** That a service talks to something; everything which has to agree about it is derived from here. */
@Short("to")
public record LinkSettings(
        @Setting(value = "The name of what is linked to", example = "db") String to,
        @Setting(value = "What the service does with it, where there is a choice", example = "consume")
                Optional<Access> access,
        @Setting(value = "The beginning of its environment variables, in place of its name", example = "ORDERS")
                @Matching(value = "[A-Z][A-Z0-9_]{0,39}", says = "capitals, digits and _, a letter first")
                Optional<String> as) {

    public enum Access {
        READ,
        WRITE,
        READ_WRITE,
        SEND,
        CONSUME,
        SEND_CONSUME;

        public boolean reads() {
            return this == READ || this == READ_WRITE;
        }

        public boolean writes() {
            return this == WRITE || this == READ_WRITE;
        }

        public boolean sends() {
            return this == SEND || this == SEND_CONSUME;
        }

        public boolean consumes() {
            return this == CONSUME || this == SEND_CONSUME;
        }
    }
}
