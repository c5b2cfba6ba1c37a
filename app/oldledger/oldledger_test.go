package oldledger

import (
	"strings"
	"testing"
	"time"

	"yidanqing/app"
)

func grid(name string, rows ...string) app.Table {
	t := app.Table{File: "收文登记.xlsx", Name: name}
	for _, r := range rows {
		if r == "" {
			t.Cells = append(t.Cells, nil)
			continue
		}
		t.Cells = append(t.Cells, strings.Split(r, "|"))
	}
	return t
}

// TestEveryRowIsTakenInOrNamed counts: no row that holds words is lost, whatever it is.
func TestEveryRowIsTakenInOrNamed(t *testing.T) {
	tables := []app.Table{grid("2025年", "柳河镇2025年收文登记簿", "", "序号|收文日期|来文单位|文号|文件标题|类别|办理情况|备注",
		"1|2025-01-06|县农业农村局|清农〔2025〕3号|《关于报送春耕备耕情况的通知》|报表|已办结|",
		"2|1月8日|县住建局||关于召开燃气安全会议的通知|会议|同上|",
		"3|〃|〃||燃气餐饮场所排查|任务|退回，不承担|",
		"序号|收文日期|来文单位|文号|文件标题|类别|办理情况|备注",
		"4||县应急局||没有日期的一件|任务|承办|",
		"5|二〇二五年三月|县应急局||只有年月|任务|承办|",
		"6|20250310|县妇联|||创建|提级反映|",
		"7|45736|县妇联||“平安家庭”示范户创建申报|创建|提级反映|",
		"8|25.4.1|县水利局||防汛物资台账|函|转农办|",
		"9|2027-01-01|县水利局||将来的一件|任务|承办|",
		"合计|9 件"), grid("说明", "填表人：李敏", "电话：662 5201")}
	p, err := Read(tables, Options{Today: app.Date{Year: 2026, Month: 11, Day: 24}})
	if err != nil {
		t.Fatal(err)
	}
	type want struct {
		day, issuer, title string
		kind               app.Kind
		verdict            app.Verdict
	}
	wants := []want{
		{"2025-01-06", "县农业农村局", "关于报送春耕备耕情况的通知", app.KindForm, app.VerdictDo},
		{"2025-01-08", "县住建局", "关于召开燃气安全会议的通知", app.KindMeeting, app.VerdictDo}, // 同上 is the cell above
		{"2025-01-08", "县住建局", "燃气餐饮场所排查", app.KindTask, app.VerdictRefuse},
		{"2025-03-20", "县妇联", "“平安家庭”示范户创建申报", app.KindCampaign, app.VerdictEscalate},
		{"2025-04-01", "县水利局", "防汛物资台账", "", ""},
	}
	if len(p.Ledger.Rows) != len(wants) {
		t.Fatalf("%d rows: %+v", len(p.Ledger.Rows), p.Ledger.Rows)
	}
	for i, w := range wants {
		if r := p.Ledger.Rows[i]; (want{r.Date.String(), r.Issuer, r.Title, r.Kind, r.Verdict}) != w {
			t.Errorf("row %d: %+v, want %+v", i, r, w)
		}
	}
	if r := p.Ledger.Rows[4]; r.KindWords != "函" || r.VerdictWords != "转农办" || r.Row != 12 || r.Sheet != "2025年" {
		t.Errorf("words that tell nothing are not kept: %+v", r)
	}
	reasons := map[int]string{7: "重复的表头", 8: "没有日期", 9: "日期“二〇二五年三月”只有年月", 10: "没有标题", 13: "日期 2027-01-01 在今天之后", 14: "合计行", 0: "整张表 2 行没有读入"}
	for _, u := range p.Unread {
		if !strings.Contains(u.Reason, reasons[u.Row]) || u.Words == "" || reasons[u.Row] == "" {
			t.Errorf("row %d: %q", u.Row, u.Reason)
		}
		delete(reasons, u.Row)
	}
	if len(reasons) > 0 {
		t.Errorf("not named: %v", reasons)
	}
	uses := map[Field]string{}
	for _, u := range p.Uses {
		uses[u.Field] = u.Where
	}
	if uses[FieldDate] != "B列“收文日期”" || uses[FieldTitle] != "E列“文件标题”" || uses[FieldVerdict] != "G列“办理情况”" || uses[FieldDocNo] != "D列“文号”" {
		t.Errorf("columns %v", uses)
	}
	if all := strings.Join(p.Warnings, "\n"); !strings.Contains(all, "“类型”有 1 行的写法认不出（如“函”）") || !strings.Contains(all, "“处理”有 1 行的写法认不出（如“转农办”）") {
		t.Errorf("warnings %v", p.Warnings)
	}
}

// TestColumnsAreKnownByTheirHeads takes heads as offices write them, among columns that mean something else.
func TestColumnsAreKnownByTheirHeads(t *testing.T) {
	for _, c := range []struct {
		heads string
		want  map[Field]int
	}{
		{"日期|来文单位|标题|类型|处理", map[Field]int{FieldDate: 0, FieldIssuer: 1, FieldTitle: 2, FieldKind: 3, FieldVerdict: 4, FieldDocNo: -1}},
		{"编号|成文日期|收文时间|发文机关（部门）|文件字号|文 件 名 称|密级|拟办意见|承办单位|办结日期", map[Field]int{FieldDate: 2, FieldIssuer: 3, FieldDocNo: 4, FieldTitle: 5, FieldVerdict: 7, FieldKind: -1}},
		{"序号|下发部门|任务内容|完成时限|责任单位|接收日期|落实情况|任务类别", map[Field]int{FieldDate: 5, FieldIssuer: 1, FieldTitle: 2, FieldVerdict: 6, FieldKind: 7, FieldDocNo: -1}},
		{"时间|事由|单位", map[Field]int{FieldDate: 0, FieldTitle: 1, FieldIssuer: 2, FieldKind: -1, FieldVerdict: -1, FieldDocNo: -1}},
	} {
		got := assign(strings.Split(c.heads, "|"))
		for f, want := range c.want {
			if got[f] != want {
				t.Errorf("%s: %s is column %d, want %d", c.heads, f.Title(), got[f], want)
			}
		}
	}
}

func TestColumnsNamedByHand(t *testing.T) {
	tables := []app.Table{grid("表1", "甲|乙|丙", "2025-02-01|县水利局|报送河长制材料", "2025-02-03|县民政局|低保核查")}
	p, err := Read(tables, Options{})
	if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "没有找到“日期”和“标题”一列") || len(p.Columns) != 3 || p.Columns[2].Heading != "丙" {
		t.Fatalf("%v, columns %+v", err, p.Columns)
	}
	p, err = Read(tables, Options{Columns: map[Field]int{FieldDate: 0, FieldTitle: 2, FieldIssuer: 1}})
	if err != nil || len(p.Ledger.Rows) != 2 || p.Ledger.Rows[1].Issuer != "县民政局" {
		t.Fatalf("%v %+v", err, p)
	}
	if len(p.Unread) != 1 || p.Unread[0].Row != 1 { // the heads that say nothing are named too
		t.Errorf("unread %+v", p.Unread)
	}
	tables = []app.Table{grid("表1", "日期|内容|单位", "2025-02-01|水利局|报送材料")}
	if p, err = Read(tables, Options{Columns: map[Field]int{FieldTitle: 2}}); err != nil || p.Ledger.Rows[0].Title != "报送材料" || p.Ledger.Rows[0].Issuer != "" {
		t.Errorf("a column serves two fields: %v %+v", err, p.Ledger.Rows)
	}
}

func TestDaysAsOfficesWriteThem(t *testing.T) {
	for _, c := range []struct {
		cell string
		year int
		want string
	}{
		{"2025年3月5日", 0, "2025-03-05"}, {"2025/3/5 09:30", 0, "2025-03-05"}, {"2025.03.05", 0, "2025-03-05"}, {"20250305", 0, "2025-03-05"},
		{"3月5日", 2025, "2025-03-05"}, {"3.5", 2025, "2025-03-05"}, {"25-3-5", 0, "2025-03-05"}, {"45721", 0, "2025-03-05"}, {"45721.4", 0, "2025-03-05"},
		{"３月５号", 2024, "2024-03-05"}, {"3月5日", 0, ""}, {"2025年3月", 0, ""}, {"2月30日", 2025, ""}, {"上旬", 2025, ""}, {"", 2025, ""}, {"12", 2025, ""},
	} {
		d, reason := dayOf(c.cell, c.year)
		if d.String() != c.want || (reason == "") != (c.want != "") {
			t.Errorf("%q in %d: %s %q, want %q", c.cell, c.year, d, reason, c.want)
		}
	}
	if yearIn("2025年收文登记", "Sheet1") != 2025 || yearIn("2024", "2025年") != 0 || yearIn("收文") != 0 {
		t.Error("year of a sheet")
	}
}

func TestHandlingThatDidNotHappenTellsNothing(t *testing.T) {
	for words, want := range map[string]app.Verdict{"未办结": "", "待办": "", "反馈": "", "已反馈": "", "婉拒": app.VerdictRefuse, "协助县住建局办理": app.VerdictCooperate,
		"党政办承办": app.VerdictDo, "存档备查": app.VerdictInfo, "请示上级": app.VerdictEscalate} {
		if got := verdictOf(words); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
}

func TestManyRowsAreReadAtOnce(t *testing.T) {
	rows := []string{"日期|标题"}
	for i := range maxRows + 1 {
		rows = append(rows, time.Date(2000, 1, 1+i%9000, 0, 0, 0, 0, time.UTC).Format("2006-01-02")+"|某事"+strings.Repeat("一", i%7))
	}
	if _, err := Read([]app.Table{grid("表", rows...)}, Options{}); app.ErrorCode(err) != app.CodeLimit {
		t.Errorf("%v", err)
	}
}
