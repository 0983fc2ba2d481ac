-- House style in the text itself, for both engines: Quarto runs it as a filter of the format, before
-- its own filters; the pandoc engine names it on the command line. renderfout.py shows what an
-- error says after "wijkrapport:".

if FORMAT ~= "typst" then return {} end

-- Divs that the house style draws: ::: {.bron}, ::: {.kader}, ::: {.lead}, ::: {.kerncijfers}
local VORMEN = {bron = true, kader = true, lead = true, kerncijfers = true}

-- ::: {.naast} holds two divs that stand beside each other
local function naast(div)
  local delen = div.content:filter(function(el) return el.t == "Div" end)
  if #delen ~= 2 or #div.content ~= 2 then
    error("wijkrapport: een blok .naast heeft twee blokken in zich, en niets anders", 0)
  end
  local blocks = pandoc.Blocks{pandoc.RawBlock("typst", "#naast[")}
  blocks:extend(delen[1].content)
  blocks:insert(pandoc.RawBlock("typst", "]["))
  blocks:extend(delen[2].content)
  blocks:insert(pandoc.RawBlock("typst", "]"))
  return blocks
end

-- The writer keeps the language of a div and drops its region: English of the Netherlands is none.
local function anderstalig(div)
  local taal, streek = div.attributes.lang:match("^(%a+)%-?(%a*)$")
  if not taal then error("wijkrapport: lang=" .. div.attributes.lang .. " is geen taal zoals en-GB", 0) end
  local blocks = pandoc.Blocks{pandoc.RawBlock("typst", ('#[\n#set text(lang: "%s", region: %s)'):format(
    taal, streek == "" and "none" or '"' .. streek .. '"'))}
  blocks:extend(div.content)
  blocks:insert(pandoc.RawBlock("typst", "]"))
  return blocks
end

local function vorm(div)
  if div.attributes.lang then return anderstalig(div) end
  if div.classes:includes("naast") then return naast(div) end
  for _, class in ipairs(div.classes) do
    if VORMEN[class] then
      local blocks = pandoc.Blocks{pandoc.RawBlock("typst", "#" .. class .. "[")}
      blocks:extend(div.content)
      blocks:insert(pandoc.RawBlock("typst", "]"))
      return blocks
    end
  end
end

-- The writer makes quotes straight (every ’, and from pandoc 3.9.0.1 on the other three too), and
-- Typst guesses which way a straight one curls: 's-Hertogenbosch would become ‘s-Hertogenbosch. So
-- all four are written raw. (A pair that pandoc itself read as a quotation stays with Typst.)
local KROM = {["\u{2018}"] = true, ["\u{2019}"] = true, ["\u{201C}"] = true, ["\u{201D}"] = true}

local function kromme_tekens(str)
  local inlines, recht = pandoc.Inlines{}, ""
  for _, code in utf8.codes(str.text) do
    local c = utf8.char(code)
    if KROM[c] then
      if recht ~= "" then inlines:insert(pandoc.Str(recht)) end
      inlines:insert(pandoc.RawInline("typst", c))
      recht = ""
    else
      recht = recht .. c
    end
  end
  if #inlines == 0 then return nil end
  if recht ~= "" then inlines:insert(pandoc.Str(recht)) end
  return inlines
end

-- $$ ... $$ {#eq-x alt="..."}: the attributes are plain words to pandoc, and raw text in them is lost
local function naast_kenmerken(block)
  -- almost no paragraph has one, and taking every word of a document apart costs seconds
  if not pandoc.utils.stringify(block):find("{#eq-", 1, true) then return nil end
  local uit, binnen, anders = pandoc.Inlines{}, false, false
  for _, el in ipairs(block.content) do
    binnen = binnen or (el.t == "Str" and el.text:match("^{#eq%-") ~= nil)
    anders = anders or binnen
    if binnen then
      uit:insert(el)
      binnen = not pandoc.utils.stringify(el):match("}$")
    else
      uit:extend(pandoc.Inlines{el}:walk{Str = kromme_tekens})
    end
  end
  if not anders then return nil end
  block.content = uit
  return block, false
end

local TEKENS = {traverse = "topdown", Str = kromme_tekens, Para = naast_kenmerken, Plain = naast_kenmerken}
-- not `author`: Quarto takes names apart as plain words
local IN_KOP = {"title", "subtitle", "datum", "uitgever", "plaats", "editie", "watermerk", "colofon"}

local function kop(meta)
  for _, naam in ipairs(IN_KOP) do
    local soort = meta[naam] and pandoc.utils.type(meta[naam])
    if soort == "Inlines" or soort == "Blocks" then meta[naam] = meta[naam]:walk(TEKENS) end
  end
  return meta
end

-- A table without a caption is no figure: the writer would centre it and give it a number.
local function kale_tabel(tbl)
  if tbl.identifier == "" and #tbl.caption.long == 0 and not tbl.classes:includes("typst:no-figure") then
    tbl.classes:insert("typst:no-figure")
    return tbl
  end
end

-- References. Both engines would write "zie Figuur 3"; Dutch has a capital only where a sentence
-- starts. The chapters among the sections become "hoofdstuk" in typst-template.typ.
local NAMEN = {fig = "figuur", tbl = "tabel", sec = "paragraaf", eq = "vergelijking"}
local AFKORTINGEN = {["vgl."] = true, ["cf."] = true, ["bijv."] = true, ["o.a."] = true, ["m.n."] = true,
  ["resp."] = true, ["nl."] = true, ["i.c."] = true, ["d.w.z."] = true, ["ca."] = true}

local function label(id)
  local kind = id:match("^(%a+)%-")
  if kind and NAMEN[kind:lower()] then return kind:lower(), id:sub(1, 1):lower() .. id:sub(2) end
end

local function begint_zin(inlines, i)
  local vorige = inlines[i - 1]
  if not vorige then return true end
  if vorige.t ~= "Space" and vorige.t ~= "SoftBreak" and vorige.t ~= "LineBreak" then return false end
  local woord = inlines[i - 2]
  return woord and woord.t == "Str" and woord.text:match("[%.!?]$") and not AFKORTINGEN[woord.text:lower():match("^%(?(.*)$")]
end

local function verwijzing(cite, hoofdletter)
  local uit = pandoc.Inlines{}
  for n, citaat in ipairs(cite.citations) do
    local kind, id = label(citaat.id)
    if not kind then
      error("wijkrapport: [" .. pandoc.utils.stringify(cite.content) .. "] mengt een figuur, tabel of paragraaf "
        .. "met literatuur; zet ze in aparte blokken haken", 0)
    end
    local naam = NAMEN[kind]
    if #citaat.prefix > 0 then
      naam = pandoc.utils.stringify(citaat.prefix)
    elseif citaat.mode == "SuppressAuthor" then
      naam = ""
    elseif (hoofdletter and n == 1) or citaat.id:match("^%u") then
      naam = naam:sub(1, 1):upper() .. naam:sub(2)
    end
    if n > 1 then uit:extend{pandoc.Str(","), pandoc.Space()} end
    uit:insert(pandoc.RawInline("typst", ("#ref(<%s>, supplement: ["):format(id)))
    uit:insert(pandoc.Str(naam))
    uit:insert(pandoc.RawInline("typst", "])"))
  end
  return uit
end

local function verwijzingen_in(inlines)
  local uit, gevonden = pandoc.Inlines{}, false
  for i, el in ipairs(inlines) do
    local raak = false
    if el.t == "Cite" then
      for _, citaat in ipairs(el.citations) do raak = raak or label(citaat.id) ~= nil end
    end
    if raak then
      uit:extend(verwijzing(el, begint_zin(inlines, i)))
      gevonden = true
    else
      uit:insert(el)
    end
  end
  return gevonden and uit or nil
end

-- Few paragraphs have one, and taking every word of a document apart costs most of a filter's time.
local function verwijzingen(block)
  if not pandoc.utils.stringify(block):find("@", 1, true) then return nil end
  return block:walk{Inlines = verwijzingen_in}
end

local MET_VERWIJZING = {}
for _, soort in ipairs{"Para", "Plain", "Header", "LineBlock", "DefinitionList"} do
  MET_VERWIJZING[soort] = verwijzingen
end

return {{
  Pandoc = function(doc)
    doc.meta = kop(doc.meta)
    doc.blocks = doc.blocks:walk(MET_VERWIJZING):walk{Div = vorm, Table = kale_tabel}:walk(TEKENS)
    return doc
  end,
}}
