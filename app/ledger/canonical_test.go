package ledger_test

import (
	"encoding/json"
	"strings"
	"testing"

	"yidanqing/app/ledger"
)

func TestCanonicalForm(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"keys by UTF-16 units", `{"€":1,"\r":2,"\ufb33":3,"1":4,"😀":5,"\u0080":6,"ö":7}`,
			"{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}"},
		{"nested keys and no blanks", `{ "b" : [ 1 , { "d" : null , "c" : true } ] , "a" : false }`, `{"a":false,"b":[1,{"c":true,"d":null}]}`},
		{"escapes", `"\u000f\n\t\b\f\r\"\\\/\u20ac<>&"`, `"\u000f\n\t\b\f\r\"\\/€<>&"`},
		{"line separators stay", `"a\u2028b"`, "\"a\u2028b\""},
		{"empty", `{"a":[],"b":{},"c":""}`, `{"a":[],"b":{},"c":""}`},
		{"chinese", `{"文号":"清建函〔2026〕118号"}`, `{"文号":"清建函〔2026〕118号"}`},
	} {
		got, err := ledger.Canonicalize([]byte(c.in))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: got %q, %v, want %q", c.name, got, err, c.want)
		}
	}
}

func TestCanonicalNumbers(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "-0": "0", "0.0": "0", "1.0": "1", "10": "10", "-5": "-5", "0.93": "0.93", "1e2": "100", "1E-7": "1e-7",
		"0.000001": "0.000001", "1e-7": "1e-7", "333333333.33333329": "333333333.3333333", "1e30": "1e+30",
		"4.50": "4.5", "2e-3": "0.002", "0.000000000000000000000000001": "1e-27", "1e21": "1e+21", "1e20": "100000000000000000000",
		"9007199254740992": "9007199254740992", "5e-324": "5e-324", "1.7976931348623157e308": "1.7976931348623157e+308",
	} {
		got, err := ledger.Canonicalize([]byte(in))
		if err != nil || string(got) != want {
			t.Errorf("%s: got %s, %v, want %s", in, got, err, want)
		}
	}
}

func TestCanonicalRefuses(t *testing.T) {
	for name, in := range map[string]string{
		"duplicate key":   `{"a":1,"a":2}`,
		"same by escape":  `{"a":1,"\u0061":2}`,
		"trailing data":   `{} {}`,
		"not UTF-8":       "\"\xff\"",
		"huge integer":    `9007199254740993`,
		"endless number":  `1e999`,
		"unfinished":      `{"a":`,
		"nested too deep": strings.Repeat("[", 300) + strings.Repeat("]", 300),
	} {
		if got, err := ledger.Canonicalize([]byte(in)); err == nil {
			t.Errorf("%s: got %q without an error", name, got)
		}
	}
}

func FuzzCanonicalize(f *testing.F) {
	for _, s := range []string{`{}`, `[1,"a",null]`, `{"b":1,"a":{"z":[0.1,1e9]}}`, `"\ud83d\ude00"`, `"\ud800"`, `-1.5e-9`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once, err := ledger.Canonicalize([]byte(s))
		if err != nil {
			return
		}
		twice, err := ledger.Canonicalize(once)
		if err != nil || string(twice) != string(once) {
			t.Fatalf("canonical form of %q is not canonical: %q then %q, %v", s, once, twice, err)
		}
		if !json.Valid(once) {
			t.Fatalf("canonical form of %q is not JSON: %q", s, once)
		}
	})
}
