package calendar

import (
	"os"
	"strings"
	"testing"

	"yidanqing/app"
)

func load(t testing.TB) *Calendar {
	t.Helper()
	var files [][]byte
	for _, name := range []string{"2026.txt", "2027.txt"} {
		b, err := os.ReadFile("../../assets/calendar/" + name)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, b)
	}
	c, err := Parse(files...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func date(t testing.TB, s string) app.Date {
	t.Helper()
	d, err := app.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestWorkdaysOf2026(t *testing.T) {
	c := load(t)
	for s, want := range map[string]bool{
		"2026-01-01": false, "2026-01-03": false, "2026-01-04": true, // 元旦; the Sunday is worked
		"2026-02-14": true, "2026-02-15": false, "2026-02-23": false, "2026-02-24": true, "2026-02-28": true,
		"2026-04-06": false, "2026-04-07": true, "2026-05-05": false, "2026-05-09": true, "2026-05-10": false,
		"2026-06-19": false, "2026-06-22": true, "2026-09-20": true, "2026-09-25": false, "2026-10-07": false,
		"2026-10-08": true, "2026-10-10": true, "2026-10-11": false, "2026-03-07": false, "2026-03-09": true,
		"2027-02-08": false, "2027-02-09": true, "2027-10-01": false,
	} {
		if got := c.IsWorkday(date(t, s)); got != want {
			t.Errorf("%s: worked %v, want %v", s, got, want)
		}
	}
	if n := c.WorkdaysBetween(date(t, "2025-12-31"), date(t, "2026-12-31")); n != 248 {
		t.Errorf("2026 has %d workdays, want 248", n)
	}
}

func TestAddWorkdays(t *testing.T) {
	c := load(t)
	for _, k := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-12-02", 2, "2026-12-04"},
		{"2026-03-06", 1, "2026-03-09"}, // Friday: the next workday is Monday
		{"2026-02-13", 1, "2026-02-14"}, // a Saturday made up for the spring festival
		{"2026-02-13", 2, "2026-02-24"},
		{"2026-09-30", 3, "2026-10-10"}, // 10-08, 10-09 and the Saturday 10-10
		{"2026-05-05", 4, "2026-05-09"},
		{"2026-03-07", 0, "2026-03-07"},
		{"2026-03-07", -3, "2026-03-07"},
	} {
		if got := c.AddWorkdays(date(t, k.from), k.n).String(); got != k.want {
			t.Errorf("%d workdays from %s: %s, want %s", k.n, k.from, got, k.want)
		}
	}
}

func TestWorkdaysBetween(t *testing.T) {
	c := load(t)
	for _, k := range []struct {
		from, to string
		want     int
	}{
		{"2026-03-09", "2026-03-09", 0}, {"2026-03-10", "2026-03-09", 0}, {"2026-03-09", "2026-03-13", 4},
		{"2026-04-30", "2026-05-06", 1}, {"2026-04-30", "2026-05-05", 0}, {"2026-02-13", "2026-02-24", 2},
	} {
		if got := c.WorkdaysBetween(date(t, k.from), date(t, k.to)); got != k.want {
			t.Errorf("%s to %s: %d workdays, want %d", k.from, k.to, got, k.want)
		}
	}
}

func TestWhatIsKnownOfAYear(t *testing.T) {
	c := load(t)
	if !c.Known(2026) || c.Known(2027) || c.Known(2028) {
		t.Errorf("known: 2026 %v, 2027 %v, 2028 %v", c.Known(2026), c.Known(2027), c.Known(2028))
	}
	y, ok := c.YearInfo(2026)
	if !ok || !strings.Contains(y.Source, "2025年11月4日") {
		t.Errorf("source of 2026: %+v", y)
	}
	if got := c.Holiday(date(t, "2026-10-03")); got != "国庆节" {
		t.Errorf("holiday %q", got)
	}
	if got := c.Holiday(date(t, "2026-10-10")); got != "" {
		t.Errorf("holiday of a workday %q", got)
	}
	if got := c.LastWorkdayBefore(date(t, "2026-10-01")).String(); got != "2026-09-30" {
		t.Errorf("last workday before the national day: %s", got)
	}
	var none *Calendar
	if none.Known(2026) || !none.IsWorkday(date(t, "2026-10-01")) || none.AddWorkdays(date(t, "2026-03-06"), 1).String() != "2026-03-09" {
		t.Error("a nil calendar must know Monday to Friday")
	}
}

func TestParseErrors(t *testing.T) {
	for _, s := range []string{"off 2026-13-01", "off 2026-05-05..2026-05-01", "work", "year 2026", "year x arranged", "holiday 2026-01-01",
		"off 2026-01-01..2026-12-31 全年", "source", "off 2026-05-01…2026-05-05"} {
		_, err := Parse([]byte("# ok\n" + s))
		if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "第2行") {
			t.Errorf("%q: %v", s, err)
		}
	}
	c, err := Parse([]byte("\ufeffoff 2026-03-09 停电\r\n\r\n"), []byte("work 2026-03-09"))
	if err != nil || !c.IsWorkday(date(t, "2026-03-09")) {
		t.Errorf("a later file must speak over an earlier one: %v", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("source x\nyear 2026 arranged\noff 2026-05-01..2026-05-05 劳动节\nwork 2026-05-09"))
	f.Add([]byte("off 9999-12-31..9999-12-31"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if c, err := Parse(b); err == nil {
			c.AddWorkdays(app.Date{Year: 2026, Month: 1, Day: 1}, 20)
		}
	})
}

func BenchmarkAddWorkdays(b *testing.B) {
	c := load(b)
	for b.Loop() {
		c.AddWorkdays(app.Date{Year: 2026, Month: 9, Day: 28}, 15)
	}
}
