package rule

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"yidanqing/app"
)

func registerRows(lines ...string) [][]string {
	var out [][]string
	for _, l := range lines {
		var row []string
		for _, c := range strings.Split(l, "|") {
			row = append(row, strings.ReplaceAll(strings.TrimSpace(c), `\n`, "\n"))
		}
		out = append(out, row)
	}
	return out
}

func mustRegister(t *testing.T, kind app.RegisterKind, tables ...app.Table) (app.Register, RegisterPreview) {
	t.Helper()
	r, p, err := ImportRegister(kind, tables)
	if err != nil {
		t.Fatalf("%v; %+v", err, p)
	}
	return r, p
}

func TestImportInspectionPlan(t *testing.T) {
	tb := app.Table{File: "x.xlsx", Name: "Sheet1", Cells: registerRows(
		"清河县2026年度督查检查考核计划", "清办发〔2026〕2号",
		"序号|督查检查考核事项|牵头部门|时间|对象范围|备注",
		"一、督查类（2项）", "1|春季森林防火\\n督查|县林业局、县应急局|3月至4月|柳河镇等6个乡镇|", "2|政府工作报告督查|县政府办公室|第三季度|各乡镇|",
		"二、考核类", "3|年度考核|县委办公室|2026年12月—2027年1月|各乡镇（街道）|", "4|统计督查|县统计局|适时开展|各乡镇|", "5||县局|5月|各乡镇|", "合计|5项||||", "注：未列入计划的不得开展。",
	)}
	r, p := mustRegister(t, app.RegisterInspection, tb)
	want := []app.RegisterEntry{
		{Name: "春季森林防火督查", Department: "县林业局、县应急局", Period: "2026-03..2026-04", Scope: "柳河镇等6个乡镇"},
		{Name: "政府工作报告督查", Department: "县政府办公室", Period: "2026-07..2026-09", Scope: "各乡镇"},
		{Name: "年度考核", Department: "县委办公室", Period: "2026-12..2027-01", Scope: "各乡镇（街道）"},
		{Name: "统计督查", Department: "县统计局", Period: "适时开展", Scope: "各乡镇"},
	}
	if !reflect.DeepEqual(r.Entries, want) {
		t.Errorf("entries = %+v", r.Entries)
	}
	s := app.Source{Title: "清河县2026年度督查检查考核计划", DocNo: "清办发〔2026〕2号", From: app.Date{Year: 2026, Month: 1, Day: 1}, To: app.Date{Year: 2026, Month: 12, Day: 31}}
	if r.Source != s || r.Kind != app.RegisterInspection {
		t.Errorf("source = %+v", r.Source)
	}
	if r.Decides(app.Date{Year: 2027, Month: 1, Day: 1}) || !r.Decides(app.Date{Year: 2026, Month: 6, Day: 1}) {
		t.Error("the plan of 2026 holds in 2026 only")
	}
	var unread []string
	for _, u := range p.Unread {
		unread = append(unread, fmt.Sprint(u.Row, " ", u.Reason))
	}
	if !reflect.DeepEqual(unread, []string{"10 没有名称", "11 合计行，不是一项", "12 说明文字，不是一项"}) {
		t.Errorf("unread = %q", unread)
	}
	if !reflect.DeepEqual(p.Warnings, []string{"第9行的时间认不出，照原文保留，不据此判断。"}) {
		t.Errorf("warnings = %q", p.Warnings)
	}
}

func TestImportFormCatalogue(t *testing.T) {
	tb := app.Table{File: "x.csv", Name: "x", Keys: map[string]string{"complete": "false", "from": "2026-01-01"}, Offset: 2, Cells: registerRows(
		"表名|指标（数据项）|主管部门|报送频次|数据来源",
		"网格基础信息|1.网格编号；2.网格员(姓名、电话)；3.户数|县委政法委|每半年一次|基层采集",
		"户籍人口|姓名、身份证号|县公安局|每月|部门共享",
		"灾情快报|受灾人口|县应急局|按需|乡镇填报",
		"旧表|甲|县局|每季度|不明",
	)}
	r, p := mustRegister(t, app.RegisterForm, tb)
	want := []app.RegisterEntry{
		{Name: "网格基础信息", Fields: []string{"网格编号", "网格员(姓名、电话)", "户数"}, Department: "县委政法委", Frequency: "半年", Origin: "采集"},
		{Name: "户籍人口", Fields: []string{"姓名", "身份证号"}, Department: "县公安局", Frequency: "月", Origin: "共享"},
		{Name: "灾情快报", Fields: []string{"受灾人口"}, Department: "县应急局", Frequency: "次", Origin: "采集"},
		{Name: "旧表", Fields: []string{"甲"}, Department: "县局", Frequency: "季", Origin: "不明"},
	}
	if !reflect.DeepEqual(r.Entries, want) {
		t.Errorf("entries = %+v", r.Entries)
	}
	if !r.Source.Incomplete || r.Source.From.String() != "2026-01-01" || r.Decides(app.Date{Year: 2026, Month: 6, Day: 1}) {
		t.Errorf("source = %+v", r.Source)
	}
	if !reflect.DeepEqual(p.Warnings, []string{"第7行的来源认不出，照原文保留，不据此判断。"}) {
		t.Errorf("warnings = %q", p.Warnings)
	}
}

func TestImportFormFieldsOverMergedRows(t *testing.T) {
	tb := app.Table{File: "x.xlsx", Name: "x", Cells: registerRows("序号|报表名称|数据项|责任部门", "1|网格信息|网格编号|政法委", "1|网格信息|户数|政法委", "2|党员信息|姓名|组织部")}
	tb.Merged = []app.Merge{{Row0: 1, Col0: 0, Row1: 2, Col1: 0}, {Row0: 1, Col0: 1, Row1: 2, Col1: 1}, {Row0: 1, Col0: 3, Row1: 2, Col1: 3}}
	r, _ := mustRegister(t, app.RegisterForm, tb)
	want := []app.RegisterEntry{
		{Name: "网格信息", Fields: []string{"网格编号", "户数"}, Department: "政法委", Origin: "采集"}, {Name: "党员信息", Fields: []string{"姓名"}, Department: "组织部", Origin: "采集"},
	}
	if !reflect.DeepEqual(r.Entries, want) {
		t.Errorf("entries = %+v", r.Entries)
	}
}

func TestImportAppsCampaignsMeetings(t *testing.T) {
	r, _ := mustRegister(t, app.RegisterApp, app.Table{Name: "x", Before: []string{"政务App与工作群名录"}, Cells: registerRows(
		"平台名称|主管部门|使用方式", "一网管平台|县委社会工作部|必须使用", "某小程序|县文旅局|自愿使用", "旧群|县局|已解散")})
	if got := fmt.Sprint(r.Entries[0].Use, r.Entries[1].Use, r.Entries[2].Use); got != "必用自愿停用" {
		t.Errorf("use = %s", got)
	}
	r, _ = mustRegister(t, app.RegisterApp, app.Table{Name: "x", Cells: registerRows("序号|App名称|单位", "一、必用类", "1|甲|县局", "二、停用类", "2|乙|县局")})
	if r.Entries[0].Use != "必用" || r.Entries[1].Use != "停用" {
		t.Errorf("entries = %+v", r.Entries)
	}
	r, _ = mustRegister(t, app.RegisterCampaign, app.Table{Name: "x", Cells: registerRows("项目名称|主办单位", "一、国家级（1项）", "全国文明城市创建|县委宣传部", "二、省级", "省级卫生乡镇|县卫健局")})
	if r.Entries[0].Level != "国家" || r.Entries[1].Level != "省" {
		t.Errorf("entries = %+v", r.Entries)
	}
	r, p := mustRegister(t, app.RegisterMeeting, app.Table{Name: "x", Cells: registerRows("会议名称|主办部门|召开时间|级别",
		"县委农村工作会议|县委办|2月中旬|县级", "安全生产例会|县安委办|1月、4月、7月、10月|县", "全会|县纪委|2026年1月|县", "季会|县局|第二季度|县", "两会|县局|3-4月|县", "不定|县局|另行通知|县", "季会|县局|6|县")})
	var got []string
	for _, e := range r.Entries {
		got = append(got, e.Period+e.Level)
	}
	if !reflect.DeepEqual(got, []string{"2县", "1;4;7;10县", "1县", "4;5;6县", "3;4县", "另行通知县", "6县"}) {
		t.Errorf("months = %q", got)
	}
	if !reflect.DeepEqual(p.Warnings, []string{"第5、8行名称相同（季会），保留两项。", "第7行的时间认不出，照原文保留，不据此判断。"}) {
		t.Errorf("warnings = %q", p.Warnings)
	}
}

func TestImportRegisterFaults(t *testing.T) {
	_, _, err := ImportRegister("plan", nil)
	if app.ErrorCode(err) != app.CodeInvalid || !strings.Contains(app.ErrorMessage(err), "inspection、form、app、campaign、meeting") {
		t.Errorf("err = %v", err)
	}
	_, p, err := ImportRegister(app.RegisterForm, []app.Table{{Name: "x", Cells: registerRows("干什么|谁管", "甲|乙")}})
	if got := app.ErrorMessage(err); got != "没有找到“名称”一列。文件未导入，原名录不变。请把表头写成“名称”后再导入。看到的列：A列“干什么”、B列“谁管”。" {
		t.Errorf("message = %q", got)
	}
	if len(p.Unread) != 1 {
		t.Errorf("unread = %+v", p.Unread)
	}
	_, _, err = ImportRegister(app.RegisterForm, []app.Table{{Name: "x", Cells: registerRows("名称|部门")}})
	if !strings.Contains(app.ErrorMessage(err), "没有读到内容") {
		t.Errorf("err = %v", err)
	}
	_, _, err = ImportRegister(app.RegisterForm, nil)
	if !strings.Contains(app.ErrorMessage(err), "没有表格") {
		t.Errorf("err = %v", err)
	}
}

func TestPeriods(t *testing.T) {
	for in, want := range map[string]string{
		"2026-05..2026-06": "2026-05..2026-06", "2026-05": "2026-05..2026-05", "2026-08..2026-09": "2026-08..2026-09", "5月": "2026-05..2026-05", "5—6月": "2026-05..2026-06", "5月中旬至6月底": "2026-05..2026-06",
		"11月至1月": "2026-11..2027-01", "二季度": "2026-04..2026-06", "第4季度": "2026-10..2026-12", "上半年": "2026-01..2026-06", "全年": "2026-01..2026-12",
		"2026年3月10日-2026年3月20日": "2026-03..2026-03", "13月": "", "随时": "", "2026-06..2026-05": "",
	} {
		got, ok := period(in, 2026)
		if ok != (want != "") || ok && got != want {
			t.Errorf("period(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
	if _, ok := period("5月", 0); ok {
		t.Error("a month without a year is no period")
	}
}

func FuzzImportRegister(f *testing.F) {
	f.Add("序号|名称|时间|指标\n一、类\n1|甲|5月|a;b", uint8(0))
	f.Add("会议名称|月份\n甲|1;2;99\n|3月", uint8(4))
	kinds := []app.RegisterKind{app.RegisterInspection, app.RegisterForm, app.RegisterApp, app.RegisterCampaign, app.RegisterMeeting}
	f.Fuzz(func(t *testing.T, cells string, kind uint8) {
		tb := app.Table{File: "a.csv", Name: "a", Cells: registerRows(strings.Split(cells, "\n")...)}
		r, _, err := ImportRegister(kinds[int(kind)%len(kinds)], []app.Table{tb})
		if err == nil && len(r.Entries) == 0 {
			t.Error("nothing imported and no error")
		}
		for _, e := range r.Entries {
			if e.Name == "" {
				t.Error("entry without a name")
			}
		}
	})
}
