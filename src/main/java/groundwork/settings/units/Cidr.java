package groundwork.settings.units;

import java.util.regex.Pattern;

/** An IPv4 block in canonical form, written {@code 10.0.0.0/16}. */
public record Cidr(long address, int bits) implements Comparable<Cidr> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");
    private static final Pattern LEADING_ZERO = Pattern.compile("(^|.*[./])0\\d.*");

    public static final Cidr WORLD = new Cidr(0, 0);

    public Cidr {
        if (bits < 0 || bits > 32) {
            throw new IllegalArgumentException("write a prefix length between /0 and /32");
        }
        if (address < 0 || address > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("write an address of four parts, each from 0 to 255");
        }
        if (address % size(bits) != 0) {
            throw new IllegalArgumentException(
                    "is not the first address of the CIDR; write " + text(address - address % size(bits), bits));
        }
    }

    public static Cidr parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("write a CIDR such as 10.0.0.0/16");
        }
        if (LEADING_ZERO.matcher(text).matches()) {
            throw new IllegalArgumentException("has a number with a leading zero, which some tools read as octal");
        }
        long address = 0;
        for (int part = 1; part <= 4; part++) {
            int value = Integer.parseInt(matcher.group(part));
            if (value > 255) {
                throw new IllegalArgumentException("write an address of four parts, each from 0 to 255");
            }
            address = address * 256 + value;
        }
        return new Cidr(address, Integer.parseInt(matcher.group(5)));
    }

    /** The {@code index}-th block of {@code newBits} length inside this one. */
    public Cidr part(int newBits, int index) {
        var part = new Cidr(address + index * size(newBits), newBits);
        if (!contains(part)) {
            throw new IllegalArgumentException(this + " has no part " + index + " of length /" + newBits);
        }
        return part;
    }

    public boolean contains(Cidr other) {
        return other.address >= address && other.last() <= last();
    }

    public boolean overlaps(Cidr other) {
        return other.address <= last() && address <= other.last();
    }

    public long size() {
        return size(bits);
    }

    private long last() {
        return address + size(bits) - 1;
    }

    private static long size(int bits) {
        return 1L << (32 - bits);
    }

    private static String text(long address, int bits) {
        return "%d.%d.%d.%d/%d"
                .formatted(address >> 24 & 255, address >> 16 & 255, address >> 8 & 255, address & 255, bits);
    }

    @Override
    public int compareTo(Cidr other) {
        int byAddress = Long.compare(address, other.address);
        return byAddress != 0 ? byAddress : Integer.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        return text(address, bits);
    }
}
