// SPDX-License-Identifier: Apache-2.0
package dev.rollback.examples.cli;

import java.util.regex.Pattern;

/** Takes passwords out of texts that came from elsewhere. */
final class Secrets {
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)(\\w*(?:password|passwd|pwd|secret|token))=[^&;\\s'\"]*");
    private static final Pattern AUTHORITY = Pattern.compile("(//[^\\s:/@]+):\\S*@");

    private Secrets() {}

    static String hide(String text) {
        String hidden = PARAMETER.matcher(text).replaceAll("$1=***");
        return AUTHORITY.matcher(hidden).replaceAll("$1:***@");
    }
}
